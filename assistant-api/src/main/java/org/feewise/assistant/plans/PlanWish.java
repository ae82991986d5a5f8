package org.feewise.assistant.plans;

import java.util.List;
import org.feewise.models.money.Money;

/**
 * What a citizen wants of a plan; everything may be left open.
 *
 * @param billNos bills to plan for; null or empty for every open bill
 * @param payDates days on which money is there; null or empty for income days to come
 * @param monthlyBudget what can be paid on each of those days that names no amount; null for as
 *     much as it takes
 * @param maxInstalments most payments for any one bill; null for what the rules allow
 * @param methods payment methods at hand; null or empty for those of the catalogue
 */
public record PlanWish(
    List<String> billNos,
    List<WishedPayDate> payDates,
    Money monthlyBudget,
    Integer maxInstalments,
    List<WishedMethod> methods) {

  public PlanWish {
    billNos = billNos == null ? List.of() : List.copyOf(billNos);
    payDates = payDates == null ? List.of() : List.copyOf(payDates);
    methods = methods == null ? List.of() : List.copyOf(methods);
  }

  /** Every open bill, the usual pay dates and methods, and as much money as it takes. */
  public static PlanWish anything() {
    return new PlanWish(null, null, null, null, null);
  }

  public PlanWish withMonthlyBudget(Money budget) {
    return new PlanWish(billNos, payDates, budget, maxInstalments, methods);
  }

  public PlanWish withBillNos(List<String> wanted) {
    return new PlanWish(wanted, payDates, monthlyBudget, maxInstalments, methods);
  }

  public PlanWish withMaxInstalments(Integer most) {
    return new PlanWish(billNos, payDates, monthlyBudget, most, methods);
  }

  public PlanWish withPayDates(List<WishedPayDate> days) {
    return new PlanWish(billNos, days, monthlyBudget, maxInstalments, methods);
  }

  public PlanWish withMethods(List<WishedMethod> wanted) {
    return new PlanWish(billNos, payDates, monthlyBudget, maxInstalments, wanted);
  }
}
