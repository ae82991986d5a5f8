package org.feewise.assistant.plans.page;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feewise.assistant.plans.PlanView;
import org.feewise.models.money.Money;

/** A plan with its payments by month, as a calendar is read. */
public record ShownPlan(PlanView plan, List<Month> months) {

  /** The payments of one month and what they take, fees included. */
  public record Month(YearMonth month, Money total, List<PlanView.Line> payments) {}

  static ShownPlan of(PlanView plan) {
    Map<YearMonth, List<PlanView.Line>> byMonth =
        plan.payments().stream()
            .collect(
                Collectors.groupingBy(
                    line -> YearMonth.from(line.on()), LinkedHashMap::new, Collectors.toList()));
    return new ShownPlan(
        plan,
        byMonth.entrySet().stream()
            .map(month -> new Month(month.getKey(), total(month.getValue()), month.getValue()))
            .toList());
  }

  private static Money total(List<PlanView.Line> lines) {
    return lines.stream()
        .map(line -> line.amount().plus(line.fee()))
        .reduce(Money.ZERO, Money::plus);
  }
}
