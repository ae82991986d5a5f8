package org.feewise.assistant.plans.accepted;

import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.WishedMethod;
import org.feewise.assistant.plans.WishedPayDate;
import org.feewise.models.money.Money;

/** What has changed since a plan was made; what is left out stays as it was wished for then. */
public record ReplanWish(
    List<WishedPayDate> payDates,
    Money monthlyBudget,
    Money income,
    Money needs,
    Integer maxInstalments,
    List<WishedMethod> methods) {

  /** Nothing but the day has changed. */
  public static ReplanWish unchanged() {
    return new ReplanWish(null, null, null, null, null, null);
  }

  /** The wish of then with these changes, over bills that are open today. */
  public PlanWish over(PlanWish then, List<String> billNos, LocalDate today) {
    return new PlanWish(
        billNos,
        payDates != null ? payDates : stillToCome(then.payDates(), today),
        monthlyBudget != null ? monthlyBudget : then.monthlyBudget(),
        income != null ? income : then.income(),
        needs != null ? needs : then.needs(),
        maxInstalments != null ? maxInstalments : then.maxInstalments(),
        methods != null ? methods : then.methods());
  }

  private static List<WishedPayDate> stillToCome(List<WishedPayDate> days, LocalDate today) {
    return days.stream().filter(day -> !day.on().isBefore(today)).toList();
  }
}
