package org.feewise.assistant.plans.whatif;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.BrokenRule;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.words.Words;

/** Judges ways to pay by the plan's rules and words the difference. */
final class WayWording {
  private static final Set<BrokenRule.Kind> UNKNOWN =
      EnumSet.of(
          BrokenRule.Kind.UNKNOWN_BILL,
          BrokenRule.Kind.UNKNOWN_DATE,
          BrokenRule.Kind.UNKNOWN_METHOD);

  private final Words words;

  WayWording(Words words) {
    this.words = words;
  }

  /** The plan itself, which differs from nothing. */
  WhatIf.Way plan(PlanProblem problem, List<Payment> payments) {
    return way(Optional.empty(), problem, payments);
  }

  WhatIf.Way beside(WhatIf.Way plan, PlanProblem problem, List<Payment> payments) {
    return way(Optional.of(plan), problem, payments);
  }

  private WhatIf.Way way(Optional<WhatIf.Way> plan, PlanProblem problem, List<Payment> payments) {
    PlanCheck check = new PlanVerifier(problem).check(payments);
    List<WhatIf.Broken> breaks = breaks(check);
    if (!known(check)) {
      return new WhatIf.Way(
          false, null, null, null, null, null, breaks, payments, says(breaks.getFirst()));
    }
    LocalDate finish = payments.stream().map(Payment::on).max(LocalDate::compareTo).orElse(null);
    Money cost = check.extraCost();
    Money missing = check.open().stream().map(BillCost::missing).reduce(Money.ZERO, Money::plus);
    boolean feasible = breaks.isEmpty() && check.open().isEmpty();
    Money more = plan.map(before -> cost.minus(before.extraCost())).orElse(Money.ZERO);
    Long days =
        plan.map(WhatIf.Way::finishOn)
            .filter(before -> finish != null)
            .map(before -> ChronoUnit.DAYS.between(before, finish))
            .orElse(null);
    return new WhatIf.Way(
        feasible,
        cost,
        finish,
        more,
        days,
        missing,
        breaks,
        payments,
        says(feasible, more, days, missing, breaks));
  }

  private List<WhatIf.Broken> breaks(PlanCheck check) {
    List<WhatIf.Broken> breaks = new ArrayList<>();
    for (BrokenRule broken : check.broken()) {
      breaks.add(broken(broken.kind().name(), broken.subject()));
    }
    return breaks;
  }

  /** Whether the cost could be worked out: every bill, day and method is one of the problem. */
  private static boolean known(PlanCheck check) {
    return check.broken().stream().map(BrokenRule::kind).noneMatch(UNKNOWN::contains);
  }

  private WhatIf.Broken broken(String rule, String subject) {
    return new WhatIf.Broken(rule, subject, words.sayKey("rule", rule));
  }

  private String says(WhatIf.Broken broken) {
    return words.say("whatif.breaks", broken.says(), broken.subject());
  }

  private String says(
      boolean feasible, Money more, Long days, Money missing, List<WhatIf.Broken> breaks) {
    if (!breaks.isEmpty()) {
      return says(breaks.getFirst());
    }
    if (!feasible) {
      return words.say("whatif.missing", missing.toString());
    }
    String cost =
        more.isZero()
            ? words.say("whatif.same-cost")
            : more.isPositive()
                ? words.say("whatif.dearer", more.toString())
                : words.say("whatif.cheaper", more.negated().toString());
    String time =
        days == null || days == 0
            ? words.say("whatif.same-day")
            : words.say(
                days > 0 ? "whatif.later" : "whatif.earlier", Long.toString(Math.abs(days)));
    return cost + words.say("separator") + time + words.say("full-stop");
  }
}
