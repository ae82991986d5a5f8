package org.feewise.assistant.plans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.plans.advice.MonthlyCeiling;

/**
 * What a citizen wants of a plan; everything may be left open.
 *
 * @param billNos bills to plan for; null or empty for every open bill
 * @param payDates days on which money is there; null or empty for income days to come
 * @param monthlyBudget what can be paid on each of those days that names no amount; null for as
 *     much as it takes
 * @param income what comes in each month; given with needs, no month takes more than half of what
 *     remains
 * @param needs what living takes each month
 * @param maxInstalments most payments for any one bill; null for what the rules allow
 * @param methods payment methods at hand; null or empty for those of the catalogue
 */
public record PlanWish(
    List<String> billNos,
    List<WishedPayDate> payDates,
    Money monthlyBudget,
    Money income,
    Money needs,
    Integer maxInstalments,
    List<WishedMethod> methods) {

  public PlanWish {
    billNos = copied(billNos);
    payDates = copied(payDates);
    methods = copied(methods);
  }

  /** A copy that may hold nulls, so that a check can name them. */
  private static <T> List<T> copied(List<T> given) {
    return Collections.unmodifiableList(given == null ? new ArrayList<>() : new ArrayList<>(given));
  }

  /** Every open bill, the usual pay dates and methods, and as much money as it takes. */
  public static PlanWish anything() {
    return new PlanWish(null, null, null, null, null, null, null);
  }

  /** The most a month may take by income and needs; empty where they are not given. */
  public Optional<Money> ceiling() {
    return income == null || needs == null
        ? Optional.empty()
        : Optional.of(MonthlyCeiling.halfOf(income, needs));
  }

  public PlanWish withMonthlyBudget(Money budget) {
    return new PlanWish(billNos, payDates, budget, income, needs, maxInstalments, methods);
  }

  public PlanWish withBillNos(List<String> wanted) {
    return new PlanWish(wanted, payDates, monthlyBudget, income, needs, maxInstalments, methods);
  }

  public PlanWish withMaxInstalments(Integer most) {
    return new PlanWish(billNos, payDates, monthlyBudget, income, needs, most, methods);
  }

  public PlanWish withPayDates(List<WishedPayDate> days) {
    return new PlanWish(billNos, days, monthlyBudget, income, needs, maxInstalments, methods);
  }

  public PlanWish withMethods(List<WishedMethod> wanted) {
    return new PlanWish(billNos, payDates, monthlyBudget, income, needs, maxInstalments, wanted);
  }

  public PlanWish withIncomeAndNeeds(Money monthly, Money living) {
    return new PlanWish(billNos, payDates, monthlyBudget, monthly, living, maxInstalments, methods);
  }
}
