package org.feewise.models.fees;

import java.nio.file.Path;
import org.feewise.models.fees.catalogue.FeeCatalogue;

/** The rules of the region among the examples, whose file has every kind of rule. */
public final class RiverRegion {
  public static final String CODE = "river";

  private static final Path RULES = Path.of("..", "docs", "examples", "rules");

  private RiverRegion() {}

  public static FeeCatalogue catalogue() {
    return FeeCatalogue.withRegionsFrom(RULES.resolve("regions"));
  }

  public static Surcharges surcharges() {
    return Surcharges.withRulesFrom(RULES);
  }

  public static FeeScope scope(FeeType feeType, PayerKind payer) {
    return FeeScope.of(feeType, payer, CODE);
  }
}
