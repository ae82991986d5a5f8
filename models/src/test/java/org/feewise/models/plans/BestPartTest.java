package org.feewise.models.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.bench.DrawnProblem;
import org.feewise.models.plans.bench.GeneralSolver;
import org.feewise.models.plans.bench.GeneralSolver.Answer;
import org.feewise.models.plans.bench.GeneralSolver.Status;
import org.junit.jupiter.api.Test;

/** Where not everything can be paid, against a general solver asked about every set of bills. */
class BestPartTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void noOtherSetOfBillsSettlesMoreOrAsMuchForLess() {
    int partial = 0;
    for (int seed = 0; seed < 16; seed++) {
      PlanProblem problem =
          DrawnProblem.of(new Random(seed), 5, 4, 2, new double[] {1.2, 1.6, 2.4}[seed % 3]);
      PlanOutcome outcome = new PlanOptimizer().solve(problem, LIMIT);
      if (outcome instanceof Infeasible part) {
        partial++;
        Money settled = part.check().settledPrincipal();
        assertThat(part.proven()).isTrue();
        assertThat(part.mostSettled()).as("seed %d", seed).isEqualTo(settled);
        assertThat(leastCost(problem, settled) - part.extraCost().toYuan().doubleValue())
            .as("seed %d", seed)
            .isBetween(-0.05, 0.05);
      }
    }
    assertThat(partial).isGreaterThan(10);
  }

  /** The least cost of a set of bills of so much principal; none of more principal can be paid. */
  private static double leastCost(PlanProblem problem, Money settled) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << problem.bills().size(); set++) {
      List<PlanBill> bills = new ArrayList<>();
      for (int bill = 0; bill < problem.bills().size(); bill++) {
        if ((set >> bill & 1) == 1) {
          bills.add(problem.bills().get(bill));
        }
      }
      PlanProblem asked =
          new PlanProblem(problem.asOf(), problem.payDates(), bills, problem.methods());
      int more = asked.totalPrincipal().compareTo(settled);
      if (bills.isEmpty() && more == 0) {
        least = 0;
      } else if (more >= 0) {
        Answer answer = GeneralSolver.solve(asked, LIMIT);
        if (more > 0) {
          assertThat(answer.status()).isNotEqualTo(Status.OPTIMAL);
        } else if (answer.status() == Status.OPTIMAL) {
          least = Math.min(least, answer.cost());
        }
      }
    }
    return least;
  }
}
