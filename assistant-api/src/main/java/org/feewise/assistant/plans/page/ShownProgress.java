package org.feewise.assistant.plans.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feewise.assistant.plans.accepted.PlanInForce;
import org.feewise.assistant.plans.accepted.PlanStep;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * The accepted plan with what waits in its place.
 *
 * @param months its payments as a calendar is read
 * @param days of payments still to be made, which may be moved
 * @param methods by which it might be paid instead
 */
public record ShownProgress(
    PlanInForce now,
    List<Month> months,
    List<LocalDate> days,
    List<PaymentMethod> methods,
    List<ShownPlan> proposals) {

  /** The payments of one month and what they take, fees aside. */
  public record Month(YearMonth month, Money total, List<PlanStep> payments) {
    static Month of(YearMonth month, List<PlanStep> payments) {
      return new Month(
          month, payments.stream().map(PlanStep::amount).reduce(Money.ZERO, Money::plus), payments);
    }
  }

  static ShownProgress of(PlanInForce now) {
    return new ShownProgress(
        now,
        months(now.payments()),
        now.payments().stream()
            .filter(step -> step.state() == PlanStep.State.DUE)
            .map(PlanStep::on)
            .distinct()
            .toList(),
        List.of(PaymentMethod.values()),
        now.proposals().stream().map(ShownPlan::of).toList());
  }

  private static List<Month> months(List<PlanStep> payments) {
    TreeMap<YearMonth, List<PlanStep>> byMonth =
        payments.stream()
            .collect(
                Collectors.groupingBy(
                    step -> YearMonth.from(step.on()), TreeMap::new, Collectors.toList()));
    return byMonth.entrySet().stream()
        .map(month -> Month.of(month.getKey(), month.getValue()))
        .toList();
  }
}
