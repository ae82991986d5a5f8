package org.feewise.assistant.bills;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.models.fees.Surcharges;

/** Puts the ledger together from the service's database, catalogue and clock. */
final class BillLedgers {
  /** Read at start, so that a rules folder that is not good stops the service before it answers. */
  @Startup
  @Produces
  @Singleton
  static Surcharges surcharges(
      @ConfigProperty(name = "feewise.rules-folder") Optional<String> rulesFolder) {
    return rulesFolder.map(Path::of).map(Surcharges::withRulesFrom).orElseGet(Surcharges::builtIn);
  }

  @Produces
  @Singleton
  static SurchargeRules rules(Surcharges surcharges) {
    return new CatalogueSurchargeRules(surcharges);
  }

  @Produces
  @Singleton
  static BillLedger ledger(BillStore store, SurchargeRules rules, Clock clock) {
    return new BillLedger(store, rules, clock);
  }
}
