package org.feewise.assistant.plans.accepted;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.Page;
import org.feewise.assistant.bills.PaymentQuery;
import org.feewise.assistant.bills.PaymentView;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.PlanView;
import org.feewise.models.money.Money;

/** Compares the plan that a citizen lives by with what the ledger says was paid. */
@ApplicationScoped
public class PlansInForce {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final KeptPlans kept;
  private final BillLedger ledger;

  PlansInForce(KeptPlans kept, BillLedger ledger) {
    this.kept = kept;
    this.ledger = ledger;
  }

  /** The accepted plan as it stands today; empty where there is none. */
  public Optional<PlanInForce> of(String citizenId) {
    return kept.inForce(citizenId)
        .map(
            plan ->
                PlanInForce.of(
                    plan.plan(), progress(plan), kept.proposedFor(citizenId, plan.id())));
  }

  /** How far a plan is today. */
  public PlanProgress progress(KeptPlan plan) {
    return PlanProgress.of(plan.plan(), paidSince(plan), ledger.today());
  }

  /** What is no longer owed, or what was received since, whichever the ledger tells more of. */
  private Map<String, Money> paidSince(KeptPlan kept) {
    Map<String, Money> received = received(kept);
    Map<String, Bill> open =
        ledger.open(kept.citizenId(), BillQuery.open()).stream()
            .collect(Collectors.toMap(Bill::billNo, Function.identity()));
    Map<String, Money> paid = new HashMap<>();
    for (PlanView.BillLine bill : kept.plan().bills()) {
      Bill now = open.get(bill.billNo());
      Money gone = now == null ? bill.principal() : bill.principal().minus(now.outstanding());
      paid.put(bill.billNo(), gone.max(received.getOrDefault(bill.billNo(), Money.ZERO)));
    }
    return paid;
  }

  private Map<String, Money> received(KeptPlan kept) {
    LocalDate since = kept.createdAt().atZone(ZONE).toLocalDate();
    PaymentQuery query = PaymentQuery.all().paidIn(new Period(since, ledger.today()));
    Map<String, Money> received = new HashMap<>();
    String next = null;
    do {
      Page<PaymentView> page = ledger.payments(kept.citizenId(), query, next);
      page.items().stream()
          .filter(payment -> !payment.paidAt().toInstant().isBefore(kept.createdAt()))
          .forEach(payment -> received.merge(payment.billNo(), payment.principal(), Money::plus));
      next = page.next();
    } while (next != null);
    return received;
  }
}
