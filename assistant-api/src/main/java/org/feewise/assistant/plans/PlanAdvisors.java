package org.feewise.assistant.plans;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.models.fees.Surcharges;

/** Puts the advisor together from the service's ledger and catalogue. */
final class PlanAdvisors {
  @Produces
  @Singleton
  static PlanAdvisor advisor(BillLedger ledger, Surcharges surcharges, IncomeDays incomeDays) {
    return new PlanAdvisor(ledger, surcharges.catalogue(), incomeDays);
  }
}
