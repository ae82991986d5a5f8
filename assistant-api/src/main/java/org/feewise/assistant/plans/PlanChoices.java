package org.feewise.assistant.plans;

import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanProblem;

/** Finds the plans among which a citizen may choose, each the cheapest of its kind. */
final class PlanChoices {
  private static final Duration FOR_THE_CHEAPEST = Duration.ofSeconds(2);
  private static final Duration FOR_A_TRIAL = Duration.ofMillis(300);

  /** Budgets that differ by less than this share are the same to a person. */
  private static final int SHARE = 100;

  private final PlanOptimizer optimizer = new PlanOptimizer();

  /** One outcome for each kind there is; where nothing pays everything, only the cheapest. */
  Map<PlanKind, PlanOutcome> of(PlanProblem problem) {
    Map<PlanKind, PlanOutcome> choices = new EnumMap<>(PlanKind.class);
    PlanOutcome cheapest = optimizer.solve(problem, FOR_THE_CHEAPEST);
    choices.put(PlanKind.CHEAPEST, cheapest);
    if (cheapest instanceof Feasible feasible) {
      choices.put(PlanKind.LIGHTEST_MONTH, lightest(problem, feasible));
      choices.put(PlanKind.SOONEST_DONE, soonest(problem, feasible));
    }
    return choices;
  }

  /** Halves the range of steady monthly budgets until the least one that suffices is found. */
  private PlanOutcome lightest(PlanProblem problem, Feasible cheapest) {
    PlanOutcome best = cheapest;
    Money enough = heaviestMonth(cheapest);
    Money tooLittle = Money.ZERO;
    long fineEnough = Math.max(100, enough.fen() / SHARE);
    while (enough.fen() - tooLittle.fen() > fineEnough) {
      Money middle = Money.ofFen((enough.fen() + tooLittle.fen()) / 2);
      Optional<Feasible> trial = feasible(withMonthly(problem, middle));
      if (trial.isPresent()) {
        best = trial.get();
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return best;
  }

  /** Leaves out pay dates from the end for as long as everything still gets paid. */
  private PlanOutcome soonest(PlanProblem problem, Feasible cheapest) {
    PlanOutcome best = cheapest;
    int tooFew = 0;
    int enough = problem.payDates().size();
    while (enough - tooFew > 1) {
      int middle = (enough + tooFew) / 2;
      Optional<Feasible> trial =
          feasible(withDates(problem, problem.payDates().subList(0, middle)));
      if (trial.isPresent()) {
        best = trial.get();
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return best;
  }

  private Optional<Feasible> feasible(PlanProblem problem) {
    return optimizer.solve(problem, FOR_A_TRIAL) instanceof Feasible found
        ? Optional.of(found)
        : Optional.empty();
  }

  private static Money heaviestMonth(Feasible plan) {
    Map<YearMonth, Money> months = new HashMap<>();
    plan.payments()
        .forEach(
            payment -> months.merge(YearMonth.from(payment.on()), payment.amount(), Money::plus));
    return months.values().stream()
        .max(Money::compareTo)
        .orElse(Money.ZERO)
        .plus(plan.check().fees());
  }

  /** The same problem with at most so much money in any month. */
  private static PlanProblem withMonthly(PlanProblem problem, Money budget) {
    Map<YearMonth, Money> left = new HashMap<>();
    List<PayDate> dates =
        problem.payDates().stream()
            .map(
                date -> {
                  YearMonth month = YearMonth.from(date.on());
                  Money capacity = date.capacity().min(left.getOrDefault(month, budget));
                  left.put(month, left.getOrDefault(month, budget).minus(capacity));
                  return new PayDate(date.on(), capacity);
                })
            .toList();
    return withDates(problem, dates);
  }

  private static PlanProblem withDates(PlanProblem problem, List<PayDate> dates) {
    return new PlanProblem(problem.asOf(), dates, problem.bills(), problem.methods());
  }
}
