package org.feewise.models.plans.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.EarlyDiscount;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/**
 * One line of a case file of plans.
 *
 * @param feasible whether everything can be paid, where the case says so
 * @param extraCost the least extra cost, where the case says so
 */
record PlanCase(
    String id, PlanProblem problem, Optional<Boolean> feasible, Optional<Money> extraCost) {

  static PlanCase of(CaseFields line) {
    LocalDate asOf = line.date("asOf");
    PlanProblem problem =
        new PlanProblem(
            asOf,
            line.objects("payDates").stream().map(PlanCase::payDate).toList(),
            line.objects("bills").stream().map(PlanCase::bill).toList(),
            line.objects("methods").stream().map(PlanCase::method).toList());
    Optional<CaseFields> expect = line.optionalObject("expect");
    return new PlanCase(
        line.text("id"),
        problem,
        expect.flatMap(fields -> fields.optionalTruth("feasible")),
        expect.flatMap(fields -> fields.optionalMoney("extraCost")));
  }

  private static PayDate payDate(CaseFields fields) {
    return new PayDate(fields.date("on"), fields.money("capacity"));
  }

  private static PlanBill bill(CaseFields fields) {
    Optional<Integer> most = fields.optionalInteger("maxInstalments");
    Money principal = fields.money("principal");
    return new PlanBill(
        fields.text("billNo"),
        principal,
        fields.date("dueOn"),
        fields.optionalTruth("partial").orElse(false),
        most.map(OptionalInt::of).orElse(OptionalInt.empty()),
        fields.optionalObject("surcharge").map(late -> surcharge(late, principal)),
        fields.optionalObject("discount").map(PlanCase::discount));
  }

  private static LateSurcharge surcharge(CaseFields fields, Money principal) {
    String cap = fields.optionalText("cap").orElse("NONE");
    if (!cap.equals("PRINCIPAL") && !cap.equals("NONE")) {
      throw fields.refuse("cap", "\"" + cap + "\" is neither null nor \"PRINCIPAL\"");
    }
    LateSurcharge surcharge = LateSurcharge.daily(fields.decimal("dailyRate"));
    return cap.equals("PRINCIPAL") ? surcharge.stoppedAt(principal) : surcharge;
  }

  private static EarlyDiscount discount(CaseFields fields) {
    return new EarlyDiscount(fields.decimal("rate"), fields.date("until"));
  }

  private static MethodTerms method(CaseFields fields) {
    return new MethodTerms(
        fields.choice("method", PaymentMethod.class),
        fields.optionalDecimal("feeRate").orElse(java.math.BigDecimal.ZERO),
        fields.optionalMoney("fixedFee").orElse(Money.ZERO),
        fields.optionalMoney("perPayment"),
        fields.optionalMoney("perDay"));
  }
}
