package org.feewise.assistant.plans;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.words.Words;

/** Says what makes no sense in a wish, before anything is planned. */
record WishCheck(LocalDate today, Words words) {

  Optional<PlanAdvice.Unusable> of(PlanWish wish) {
    return bills(wish)
        .or(() -> days(wish))
        .or(() -> budget(wish))
        .or(() -> living(wish))
        .or(() -> instalments(wish))
        .or(() -> methods(wish));
  }

  private Optional<PlanAdvice.Unusable> bills(PlanWish wish) {
    int missing = wish.billNos().indexOf(null);
    return missing < 0
        ? Optional.empty()
        : unusable("billNos[" + missing + "]", "wish.bill-missing");
  }

  /** Income and needs make sense together only; needs may be the greater of the two. */
  private Optional<PlanAdvice.Unusable> living(PlanWish wish) {
    if ((wish.income() == null) != (wish.needs() == null)) {
      return unusable(wish.income() == null ? "income" : "needs", "wish.living-incomplete");
    }
    return amount("income", wish.income()).or(() -> amount("needs", wish.needs()));
  }

  private Optional<PlanAdvice.Unusable> amount(String field, Money given) {
    return given != null && outOfRange(given)
        ? unusable(field, "wish.amount-or-nothing", given.toString())
        : Optional.empty();
  }

  private Optional<PlanAdvice.Unusable> days(PlanWish wish) {
    if (wish.payDates().size() > PlanProblem.MOST_DATES) {
      return unusable("payDates", "wish.many-days", Integer.toString(PlanProblem.MOST_DATES));
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < wish.payDates().size(); i++) {
      WishedPayDate day = wish.payDates().get(i);
      String field = "payDates[" + i + "]";
      if (day == null || day.on() == null) {
        return unusable(field, "wish.day-missing");
      }
      if (day.on().isBefore(today)) {
        return unusable(field + ".on", "wish.day-past", day.on().toString(), today.toString());
      }
      if (!seen.add(day.on())) {
        return unusable(field + ".on", "wish.day-repeated", day.on().toString());
      }
      if (day.capacity() != null && outOfRange(day.capacity())) {
        return unusable(field + ".capacity", "wish.amount", day.capacity().toString());
      }
    }
    return Optional.empty();
  }

  private Optional<PlanAdvice.Unusable> budget(PlanWish wish) {
    return wish.monthlyBudget() != null
            && (outOfRange(wish.monthlyBudget()) || wish.monthlyBudget().isZero())
        ? unusable("monthlyBudget", "wish.amount", wish.monthlyBudget().toString())
        : Optional.empty();
  }

  private Optional<PlanAdvice.Unusable> instalments(PlanWish wish) {
    return wish.maxInstalments() != null && wish.maxInstalments() < 1
        ? unusable("maxInstalments", "wish.instalments", wish.maxInstalments().toString())
        : Optional.empty();
  }

  private Optional<PlanAdvice.Unusable> methods(PlanWish wish) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < wish.methods().size(); i++) {
      if (wish.methods().get(i) == null) {
        return unusable("methods[" + i + "]", "wish.method-missing");
      }
      if (!seen.add(wish.methods().get(i).method())) {
        return unusable("methods[" + i + "]", "wish.method-repeated");
      }
    }
    return Optional.empty();
  }

  private static boolean outOfRange(Money amount) {
    return amount.isNegative() || amount.compareTo(PlanProblem.LARGEST_AMOUNT) > 0;
  }

  private Optional<PlanAdvice.Unusable> unusable(String field, String key, Object... values) {
    return Optional.of(new PlanAdvice.Unusable(field, words.say(key, values)));
  }
}
