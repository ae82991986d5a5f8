package org.feewise.assistant.plans;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.MonthlyCeiling;
import org.feewise.models.plans.advice.PlanTidying;

/** Finds the plans among which a citizen may choose, each the cheapest of its kind and tidy. */
final class PlanChoices {
  private static final Duration FOR_ALL = Duration.ofMillis(2_500);
  private static final Duration FOR_THE_CHEAPEST = Duration.ofSeconds(2);
  private static final Duration FOR_A_TRIAL = Duration.ofMillis(300);
  private static final Duration TO_TIDY = Duration.ofMillis(150);

  /** Budgets that differ by less than this share are the same to a person. */
  private static final int SHARE = 100;

  private final PlanProblem problem;
  private final long end = System.nanoTime() + FOR_ALL.toNanos();

  private PlanChoices(PlanProblem problem) {
    this.problem = problem;
  }

  /** One outcome for each kind there is; where nothing pays everything, only the cheapest. */
  static Map<PlanKind, PlanOutcome> of(PlanProblem problem) {
    return new PlanChoices(problem).all();
  }

  static PlanOutcome cheapest(PlanProblem problem) {
    return new PlanChoices(problem).cheapest();
  }

  private PlanOutcome cheapest() {
    return tidy(solve(problem, FOR_THE_CHEAPEST), any -> true);
  }

  private Map<PlanKind, PlanOutcome> all() {
    Map<PlanKind, PlanOutcome> choices = new EnumMap<>(PlanKind.class);
    PlanOutcome cheapest = cheapest();
    choices.put(PlanKind.CHEAPEST, cheapest);
    if (cheapest instanceof Feasible feasible) {
      choices.put(PlanKind.LIGHTEST_MONTH, lightest(feasible));
      choices.put(PlanKind.SOONEST_DONE, soonest(feasible));
      choices.put(PlanKind.CHEAPEST, leastOf(choices, feasible));
    }
    return choices;
  }

  /** A search under tighter limits may stop a fen below one that was content with a fen more. */
  private static PlanOutcome leastOf(Map<PlanKind, PlanOutcome> choices, Feasible cheapest) {
    PlanOutcome least = cheapest;
    for (PlanOutcome other : choices.values()) {
      least = other.extraCost().compareTo(least.extraCost()) < 0 ? other : least;
    }
    return least == cheapest
        ? cheapest
        : new Feasible(
            least.payments(),
            least.check(),
            cheapest.lowerBound().min(least.extraCost()),
            cheapest.optimal());
  }

  /**
   * What every plan takes at least, under whatever tighter limits: no plan costs less than this.
   */
  private Money leastTaken(Feasible cheapest) {
    return problem.totalPrincipal().plus(cheapest.lowerBound());
  }

  /** Halves the range of monthly ceilings until the least one that suffices is found. */
  private PlanOutcome lightest(Feasible cheapest) {
    Feasible best = cheapest;
    Money enough = heaviestMonth(cheapest.payments());
    Money tooLittle = evenShare(leastTaken(cheapest)).minus(Money.ofFen(1));
    Money fineEnough = Money.ofYuan(1).max(Money.ofFen(enough.fen() / SHARE));
    while (enough.minus(tooLittle).compareTo(fineEnough) > 0) {
      Money middle = Money.ofFen((enough.fen() + tooLittle.fen()) / 2);
      Optional<Feasible> trial = feasible(problem.withMostAMonth(middle));
      if (trial.isPresent()) {
        best = trial.get();
        enough = heaviestMonth(best.payments()).min(middle);
      } else {
        tooLittle = middle;
      }
    }
    Money heaviest =
        heaviestMonth(best.payments()).plus(fineEnough).min(heaviestMonth(cheapest.payments()));
    return tidy(best, payments -> heaviestMonth(payments).compareTo(heaviest) <= 0);
  }

  /** What each month takes where all take the same; below it they do not take enough together. */
  private Money evenShare(Money taken) {
    long months =
        problem.payDates().stream().map(day -> YearMonth.from(day.on())).distinct().count();
    return Money.ofFen(Math.ceilDiv(taken.fen(), months));
  }

  /** Leaves out pay dates from the end for as long as everything still gets paid. */
  private PlanOutcome soonest(Feasible cheapest) {
    PlanOutcome best = cheapest;
    int tooFew = datesWithLessThan(leastTaken(cheapest));
    int enough = datesUsed(cheapest);
    while (enough - tooFew > 1) {
      int middle = (enough + tooFew) / 2;
      List<PayDate> first = problem.payDates().subList(0, middle);
      Optional<Feasible> trial = feasible(problem.withPayDates(first));
      if (trial.isPresent()) {
        best = trial.get();
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return best == cheapest ? cheapest : tidy(best, any -> true);
  }

  /** How many of the first pay dates do not bring an amount together. */
  private int datesWithLessThan(Money amount) {
    Money brought = Money.ZERO;
    int dates = 0;
    for (PayDate date : problem.payDates()) {
      brought = brought.plus(date.capacity());
      if (brought.compareTo(amount) >= 0) {
        return dates;
      }
      dates++;
    }
    return dates;
  }

  private int datesUsed(Feasible plan) {
    LocalDate last =
        plan.payments().stream().map(Payment::on).max(LocalDate::compareTo).orElseThrow();
    return (int) problem.payDates().stream().filter(date -> !date.on().isAfter(last)).count();
  }

  private Optional<Feasible> feasible(PlanProblem tighter) {
    return left().isPositive() && solve(tighter, FOR_A_TRIAL) instanceof Feasible found
        ? Optional.of(found)
        : Optional.empty();
  }

  private PlanOutcome solve(PlanProblem asked, Duration most) {
    return new PlanOptimizer().solve(asked, left().compareTo(most) < 0 ? left() : most);
  }

  private Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private PlanOutcome tidy(PlanOutcome outcome, Predicate<List<Payment>> allowed) {
    return PlanTidying.tidy(problem, outcome, allowed, TO_TIDY);
  }

  private Money heaviestMonth(List<Payment> payments) {
    return MonthlyCeiling.months(problem, payments).values().stream()
        .max(Money::compareTo)
        .orElse(Money.ZERO);
  }
}
