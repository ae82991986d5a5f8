package org.feewise.models.plans.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/**
 * Solves a plan problem as a mixed-integer program with a general solver: written from the rules,
 * sharing nothing with the product's search, amounts in yuan and not rounded to the fen.
 */
public final class GeneralSolver {
  private static final double FEN = 0.01;
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final PlanProblem problem;
  private final MPSolver solver;
  private final MPObjective cost;
  private final MPConstraint[] room;
  private final MPConstraint[][] perDay;
  private final Map<YearMonth, MPConstraint> ofMonth = new HashMap<>();

  /** What the solver came to. */
  public enum Status {
    OPTIMAL,
    INFEASIBLE,
    NOT_PROVEN
  }

  /**
   * @param cost extra cost in yuan of the best plan; not a number without one
   */
  public record Answer(Status status, double cost, double seconds) {}

  private GeneralSolver(PlanProblem problem, String name) {
    Loader.loadNativeLibraries();
    this.problem = problem;
    solver = MPSolver.createSolver(name);
    cost = solver.objective();
    cost.setMinimization();
    List<PayDate> dates = problem.payDates();
    room = new MPConstraint[dates.size()];
    perDay = new MPConstraint[dates.size()][problem.methods().size()];
    double sum = 0;
    for (int d = 0; d < dates.size(); d++) {
      sum += yuan(dates.get(d).capacity());
      room[d] = solver.makeConstraint(-FREE, sum);
      double most = problem.mostAMonth().map(GeneralSolver::yuan).orElse(FREE);
      ofMonth.computeIfAbsent(
          YearMonth.from(dates.get(d).on()), month -> solver.makeConstraint(-FREE, most));
      for (int m = 0; m < problem.methods().size(); m++) {
        double limit = problem.methods().get(m).perDay().map(GeneralSolver::yuan).orElse(FREE);
        perDay[d][m] = solver.makeConstraint(-FREE, limit);
      }
    }
  }

  /** The least extra cost by SCIP, within a time limit. */
  public static Answer solve(PlanProblem problem, Duration limit) {
    return solve(problem, limit, "SCIP");
  }

  static Answer solve(PlanProblem problem, Duration limit, String name) {
    long start = System.nanoTime();
    GeneralSolver program = new GeneralSolver(problem, name);
    for (PlanBill bill : problem.bills()) {
      program.add(bill);
    }
    program.solver.setTimeLimit(limit.toMillis());
    MPSolverParameters parameters = new MPSolverParameters();
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-7);
    MPSolver.ResultStatus status = program.solver.solve(parameters);
    double seconds = (System.nanoTime() - start) / 1e9;
    Answer answer =
        switch (status) {
          case OPTIMAL -> new Answer(Status.OPTIMAL, program.cost.value(), seconds);
          case FEASIBLE -> new Answer(Status.NOT_PROVEN, program.cost.value(), seconds);
          case INFEASIBLE -> new Answer(Status.INFEASIBLE, Double.NaN, seconds);
          case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED ->
              new Answer(Status.NOT_PROVEN, Double.NaN, seconds);
        };
    program.solver.delete();
    return answer;
  }

  private static double yuan(org.feewise.models.money.Money money) {
    return money.fen() / 100.0;
  }

  private void add(PlanBill bill) {
    int dates = problem.payDates().size();
    double principal = yuan(bill.principal());
    LocalDate end = dates == 0 ? problem.asOf() : problem.payDates().getLast().on();
    LateSurcharge late = bill.surcharge().orElse(LateSurcharge.daily(BigDecimal.ZERO));
    double before = late.accrued().doubleValue();
    double grown = before + bill.surchargeShare(end).doubleValue() * principal;
    double stop = late.atMost().map(GeneralSolver::yuan).orElse(FREE);
    double least = Math.min(yuan(late.atLeast()), stop);
    double mostSurcharge = Math.min(stop, Math.max(grown, least));

    MPVariable surcharge = solver.makeNumVar(0, mostSurcharge, "");
    cost.setCoefficient(surcharge, 1);
    MPConstraint wholePrincipal = solver.makeConstraint(principal, principal);
    MPConstraint oneLast = solver.makeConstraint(1, 1);
    MPConstraint count = solver.makeConstraint(0, Math.min(bill.mostPayments(), 1000));
    // surcharge >= accrued + rate x sum of late principal, unless stopped
    MPConstraint accrues = solver.makeConstraint(before, FREE);
    accrues.setCoefficient(surcharge, 1);
    if (grown > stop) {
      MPVariable stopped = solver.makeBoolVar("");
      accrues.setCoefficient(stopped, grown);
      MPConstraint atStop = solver.makeConstraint(0, FREE);
      atStop.setCoefficient(surcharge, 1);
      atStop.setCoefficient(stopped, -stop);
    }
    // surcharge >= the minimum where the last date is late or something accrued before
    MPConstraint minimum = solver.makeConstraint(0, FREE);
    minimum.setCoefficient(surcharge, 1);
    MPVariable[] last = new MPVariable[dates];
    for (int d = 0; d < dates; d++) {
      last[d] = solver.makeBoolVar("");
      oneLast.setCoefficient(last[d], 1);
      boolean accruing =
          before > 0 || bill.surchargeShare(problem.payDates().get(d).on()).signum() > 0;
      minimum.setCoefficient(last[d], accruing ? -least : 0);
    }
    for (int d = 0; d < dates; d++) {
      addDate(bill, d, last, surcharge, mostSurcharge, wholePrincipal, count, accrues);
    }
  }

  private void addDate(
      PlanBill bill,
      int d,
      MPVariable[] last,
      MPVariable surcharge,
      double mostSurcharge,
      MPConstraint wholePrincipal,
      MPConstraint count,
      MPConstraint accrues) {
    double principal = yuan(bill.principal());
    LocalDate on = problem.payDates().get(d).on();
    double discount = yuan(bill.discountWhenPaidBy(on));
    cost.setCoefficient(last[d], -discount);
    MPVariable paidOn = solver.makeNumVar(0, principal, "");
    wholePrincipal.setCoefficient(paidOn, 1);
    accrues.setCoefficient(paidOn, -bill.surchargeShare(on).doubleValue());
    // principal only up to the last date, and some of it on the last date
    MPConstraint untilLast = solver.makeConstraint(-FREE, 0);
    untilLast.setCoefficient(paidOn, 1);
    for (int t = d; t < last.length; t++) {
      untilLast.setCoefficient(last[t], -principal);
    }
    MPConstraint someOnLast = solver.makeConstraint(0, FREE);
    someOnLast.setCoefficient(paidOn, 1);
    someOnLast.setCoefficient(last[d], -FEN);
    // surcharge paid on this date: all of it when it is the last date
    MPVariable surchargeOn = solver.makeNumVar(0, mostSurcharge, "");
    MPConstraint allOnLast = solver.makeConstraint(-mostSurcharge, FREE);
    allOnLast.setCoefficient(surchargeOn, 1);
    allOnLast.setCoefficient(surcharge, -1);
    allOnLast.setCoefficient(last[d], -mostSurcharge);
    // amounts = principal + surcharge - discount
    MPConstraint amounts = solver.makeConstraint(0, 0);
    amounts.setCoefficient(paidOn, 1);
    amounts.setCoefficient(surchargeOn, 1);
    amounts.setCoefficient(last[d], -discount);
    for (int m = 0; m < problem.methods().size(); m++) {
      MethodTerms terms = problem.methods().get(m);
      double most = principal + mostSurcharge;
      most = Math.min(most, terms.perPayment().map(GeneralSolver::yuan).orElse(most));
      most = Math.min(most, terms.perDay().map(GeneralSolver::yuan).orElse(most));
      MPVariable amount = solver.makeNumVar(0, most, "");
      MPVariable made = solver.makeBoolVar("");
      amounts.setCoefficient(amount, -1);
      MPConstraint onlyWhenMade = solver.makeConstraint(-FREE, 0);
      onlyWhenMade.setCoefficient(amount, 1);
      onlyWhenMade.setCoefficient(made, -most);
      MPConstraint someWhenMade = solver.makeConstraint(0, FREE);
      someWhenMade.setCoefficient(amount, 1);
      someWhenMade.setCoefficient(made, -FEN);
      count.setCoefficient(made, 1);
      double feeRate = terms.feeRate().doubleValue();
      double fixed = yuan(terms.fixedFee());
      cost.setCoefficient(amount, feeRate);
      cost.setCoefficient(made, fixed);
      perDay[d][m].setCoefficient(amount, 1);
      for (int t = d; t < room.length; t++) {
        room[t].setCoefficient(amount, 1 + feeRate);
        room[t].setCoefficient(made, fixed);
      }
      ofMonth.get(YearMonth.from(on)).setCoefficient(amount, 1 + feeRate);
      ofMonth.get(YearMonth.from(on)).setCoefficient(made, fixed);
    }
  }
}
