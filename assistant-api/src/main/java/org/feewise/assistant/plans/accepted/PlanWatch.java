package org.feewise.assistant.plans.accepted;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.accepted.PlanStep.State;
import org.jboss.logging.Logger;

/**
 * Looks after accepted plans: who misses a payment finds a new plan waiting, once for each miss.
 */
@ApplicationScoped
public class PlanWatch {
  private static final Logger LOG = Logger.getLogger(PlanWatch.class);
  private static final Duration A_PROPOSAL_LASTS = Duration.ofDays(30);

  private final KeptPlans kept;
  private final PlansInForce plans;
  private final MissedPayments missed;
  private final Replanning replanning;
  private final Clock clock;

  PlanWatch(
      KeptPlans kept,
      PlansInForce plans,
      MissedPayments missed,
      Replanning replanning,
      Clock clock) {
    this.kept = kept;
    this.plans = plans;
    this.missed = missed;
    this.replanning = replanning;
    this.clock = clock;
  }

  @Scheduled(
      every = "${feewise.plans.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "plan-watch")
  void watch() {
    int replanned = look();
    if (replanned > 0) {
      LOG.infof("%d accepted plans were planned again after a missed payment", replanned);
    }
  }

  /**
   * Forgets proposals older than 30 days and plans again where a payment was missed; one plan that
   * fails holds up no other.
   *
   * @return how many plans were planned again
   */
  public int look() {
    kept.forgetUnaccepted(clock.instant().minus(A_PROPOSAL_LASTS));
    int replanned = 0;
    for (KeptPlan plan : kept.allInForce()) {
      replanned += lookAt(plan) ? 1 : 0;
    }
    return replanned;
  }

  private boolean lookAt(KeptPlan plan) {
    try {
      List<PlanStep> late = plans.progress(plan).in(State.MISSED);
      if (late.isEmpty() || missed.notice(plan, late) == 0) {
        return false;
      }
      replanning.replan(plan, ReplanWish.unchanged(), missed.language(plan.citizenId()));
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "plan %s could not be looked after", plan.id());
      return false;
    }
  }
}
