package org.feewise.analytics.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.fees.DueBy;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.PrincipalPayment;
import org.feewise.models.fees.SurchargeQuestion;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.money.Money;

/** What the city takes from the law: when a bill is really due and what lateness adds to it. */
final class FeeLaw {
  private final Surcharges surcharges = Surcharges.builtIn();
  private final Map<Due, LocalDate> effective = new HashMap<>();

  private record Due(FeeType feeType, PayerKind payer, LocalDate dueOn) {}

  /** The deadline on which a bill is really due, days off considered. */
  LocalDate effectiveDueOn(FeeType feeType, PayerKind payer, LocalDate dueOn) {
    return effective.computeIfAbsent(
        new Due(feeType, payer, dueOn),
        due ->
            surcharges
                .deadline(FeeScope.national(due.feeType(), due.payer()), due.dueOn())
                .effectiveOn());
  }

  /** The surcharge, in fen, that comes with the payment that settles a bill. */
  long surchargeFen(Bill bill, List<PrincipalPayment> before, LocalDate settledOn) {
    if (!settledOn.isAfter(bill.effectiveDueOn())) {
      return 0;
    }
    SurchargeQuestion question =
        new SurchargeQuestion(
                FeeScope.national(bill.rhythm().feeType(), bill.payerKind()),
                Money.ofFen(bill.principalFen()),
                new DueBy(Optional.of(bill.dueOn()), Optional.ofNullable(bill.decisionOn())),
                settledOn)
            .withPaid(before);
    return surcharges.assess(question).surcharge().fen();
  }
}
