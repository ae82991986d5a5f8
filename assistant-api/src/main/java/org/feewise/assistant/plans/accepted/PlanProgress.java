package org.feewise.assistant.plans.accepted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.accepted.PlanStep.State;
import org.feewise.models.money.Money;

/**
 * How far a plan is: what was paid towards each bill fills its payments in order of day.
 *
 * @param steps in order of day
 */
public record PlanProgress(List<PlanStep> steps) {
  public PlanProgress {
    steps = List.copyOf(steps);
  }

  /**
   * The progress of a plan on a day.
   *
   * @param paid principal paid towards each bill since the plan was made
   */
  public static PlanProgress of(PlanView plan, Map<String, Money> paid, LocalDate today) {
    Map<String, Money> left = new HashMap<>(paid);
    Map<String, Money> unplanned = new HashMap<>();
    plan.bills().forEach(bill -> unplanned.put(bill.billNo(), bill.principal()));
    List<PlanStep> steps = new ArrayList<>();
    for (PlanView.Line line : plan.payments()) {
      Money rest = unplanned.getOrDefault(line.billNo(), Money.ZERO);
      Money principal = principal(line, rest);
      unplanned.put(line.billNo(), rest.minus(principal));
      Money there = left.getOrDefault(line.billNo(), Money.ZERO).min(principal);
      left.merge(line.billNo(), there.negated(), Money::plus);
      steps.add(step(line, principal.minus(there), today));
    }
    return new PlanProgress(steps);
  }

  /** A plan of an earlier version tells amounts only, the last with its surcharge. */
  private static Money principal(PlanView.Line line, Money rest) {
    return line.principal() == null ? line.amount().min(rest) : line.principal();
  }

  private static PlanStep step(PlanView.Line line, Money open, LocalDate today) {
    State state =
        !open.isPositive() ? State.DONE : line.on().isBefore(today) ? State.MISSED : State.DUE;
    return new PlanStep(
        line.billNo(), line.title(), line.on(), line.method(), line.amount(), open, state);
  }

  public List<PlanStep> in(State state) {
    return steps.stream().filter(step -> step.state() == state).toList();
  }

  /** The first payment that is still to be made. */
  public Optional<PlanStep> next() {
    return steps.stream().filter(step -> step.state() != State.DONE).findFirst();
  }

  /** The share of the payments' amounts that is done, in whole percent, rounded down. */
  public int donePercent() {
    long all = steps.stream().mapToLong(step -> step.amount().fen()).sum();
    long done = in(State.DONE).stream().mapToLong(step -> step.amount().fen()).sum();
    return all == 0 ? 100 : (int) (100 * done / all);
  }
}
