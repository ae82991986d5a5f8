package org.feewise.models.plans.search;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/**
 * A plan problem as arrays in yuan, which the search computes with; a slot is a date and a method.
 */
final class Instance {
  final PlanProblem problem;
  final int dates;
  final int methods;
  final int slots;
  final int bills;

  /** What is available up to and including each date. */
  final double[] room;

  final double[] feeRate;
  final double[] fixedFee;

  /** The largest amount of one payment by a method. */
  final double[] limit;

  final double[] perDay;
  final double[] principal;

  /** Where the surcharge of a bill stops; infinite where it does not. */
  final double[] stop;

  /** What a bill's surcharge comes to at least once anything has accrued. */
  private final double[] least;

  /** What parts paid late before have cost already. */
  final double[] accrued;

  /** Surcharge of a yuan of principal that is paid on a date. */
  final double[][] grown;

  /** The calendar month of each date, counted from the first. */
  final int[] month;

  /** The most that a month may take; infinite without such a limit. */
  final double mostAMonth;

  final double[][] discount;
  final int[] mostPayments;

  /** Weight of a yuan of principal left open against a yuan of extra cost. */
  final double openWeight;

  /** With a weight of what stays open that finds plans which settle everything. */
  static Instance of(PlanProblem problem) {
    return new Instance(problem, false);
  }

  /** The same where no saving outweighs a fen of principal. */
  Instance settlingTheMost() {
    return new Instance(problem, true);
  }

  private Instance(PlanProblem problem, boolean settlesTheMost) {
    this.problem = problem;
    List<PayDate> payDates = problem.payDates();
    dates = payDates.size();
    methods = problem.methods().size();
    slots = dates * methods;
    bills = problem.bills().size();
    room = new double[dates];
    Money sum = Money.ZERO;
    for (int d = 0; d < dates; d++) {
      sum = sum.plus(payDates.get(d).capacity());
      room[d] = yuan(sum);
    }
    feeRate = new double[methods];
    fixedFee = new double[methods];
    limit = new double[methods];
    perDay = new double[methods];
    for (int m = 0; m < methods; m++) {
      MethodTerms terms = problem.methods().get(m);
      feeRate[m] = terms.feeRate().doubleValue();
      fixedFee[m] = yuan(terms.fixedFee());
      perDay[m] = terms.perDay().map(Instance::yuan).orElse(Double.POSITIVE_INFINITY);
      double single = terms.perPayment().map(Instance::yuan).orElse(Double.POSITIVE_INFINITY);
      limit[m] = Math.min(single, perDay[m]);
    }
    principal = new double[bills];
    stop = new double[bills];
    least = new double[bills];
    accrued = new double[bills];
    grown = new double[bills][dates];
    discount = new double[bills][dates];
    mostPayments = new int[bills];
    for (int b = 0; b < bills; b++) {
      describe(b, problem.bills().get(b), payDates);
    }
    month = months(payDates);
    mostAMonth = problem.mostAMonth().map(Instance::yuan).orElse(Double.POSITIVE_INFINITY);
    openWeight = settlesTheMost ? Math.max(openWeight(), 200 * range()) : openWeight();
  }

  private void describe(int b, PlanBill bill, List<PayDate> payDates) {
    principal[b] = yuan(bill.principal());
    Optional<LateSurcharge> late = bill.surcharge();
    stop[b] =
        late.flatMap(LateSurcharge::atMost).map(Instance::yuan).orElse(Double.POSITIVE_INFINITY);
    least[b] = Math.min(stop[b], late.map(LateSurcharge::atLeast).map(Instance::yuan).orElse(0.0));
    accrued[b] = late.map(LateSurcharge::accrued).map(BigDecimal::doubleValue).orElse(0.0);
    mostPayments[b] = bill.mostPayments();
    for (int d = 0; d < dates; d++) {
      grown[b][d] = bill.surchargeShare(payDates.get(d).on()).doubleValue();
      discount[b][d] = yuan(bill.discountWhenPaidBy(payDates.get(d).on()));
    }
  }

  private static int[] months(List<PayDate> payDates) {
    return payDates.stream()
        .mapToInt(
            date ->
                (int)
                    ChronoUnit.MONTHS.between(
                        YearMonth.from(payDates.getFirst().on()), YearMonth.from(date.on())))
        .toArray();
  }

  /** Calendar months from the first pay date to the last. */
  int months() {
    return dates == 0 ? 0 : month[dates - 1] + 1;
  }

  /** Whether no later pay date lies in the same month. */
  boolean endsMonth(int date) {
    return date == dates - 1 || month[date + 1] > month[date];
  }

  private double openWeight() {
    double dearest = 1;
    for (int b = 0; b < bills && dates > 0; b++) {
      dearest = Math.max(dearest, wholeSurcharge(b, dates - 1) / principal[b]);
    }
    double fee = 0;
    for (int m = 0; m < methods; m++) {
      fee = Math.max(fee, feeRate[m]);
    }
    return 1000 * dearest * (1 + fee);
  }

  /** No two plans that settle the same bills differ by more, in yuan. */
  private double range() {
    double discounts = 0;
    for (int bill = 0; bill < bills && dates > 0; bill++) {
      discounts += discount[bill][0];
    }
    return mostCostOfSettling() + discounts;
  }

  static double yuan(Money money) {
    return money.fen() / 100.0;
  }

  int slot(int date, int method) {
    return date * methods + method;
  }

  int dateOf(int slot) {
    return slot / methods;
  }

  int methodOf(int slot) {
    return slot % methods;
  }

  /** Whether a stopped surcharge can occur when the last payment is on a date. */
  boolean canStop(int bill, int last) {
    return accrued[bill] + principal[bill] * grown[bill][last] > stop[bill];
  }

  /** What the surcharge comes to at least when the last payment is on a date; zero on time. */
  double leastSurcharge(int bill, int last) {
    return accrued[bill] > 0 || grown[bill][last] > 0 ? least[bill] : 0;
  }

  /** The surcharge when all principal is paid on a date. */
  double wholeSurcharge(int bill, int date) {
    return Math.min(stop[bill], growing(bill, date));
  }

  private double growing(int bill, int date) {
    double sum = accrued[bill] + principal[bill] * grown[bill][date];
    return Math.max(sum, leastSurcharge(bill, date));
  }

  /** What a bill paid in one payment comes to, rounded to the fen as the rules say. */
  double wholeAmount(int bill, int last, boolean stopped) {
    double surcharge = stopped ? stop[bill] : growing(bill, last);
    return principal[bill] + roundHalfUp(surcharge) - discount[bill][last];
  }

  /** The fee of a payment that is made as it is, rounded to the fen. */
  double wholeFee(int method, double amount) {
    return roundHalfUp(fixedFee[method] + feeRate[method] * amount);
  }

  private static double roundHalfUp(double yuan) {
    return Math.floor(yuan * 100 + 0.5 + 1e-7) / 100;
  }

  /** The most that can be paid on the last date of a bill. */
  double mostOnLast(int bill, int last, boolean stopped) {
    double surcharge = stopped ? stop[bill] : growing(bill, last);
    return principal[bill] + surcharge - discount[bill][last];
  }

  /** No plan that settles every bill costs less, money and daily limits aside. */
  double leastCostOfAll() {
    double cost = 0;
    for (int bill = 0; bill < bills && dates > 0; bill++) {
      cost += wholeSurcharge(bill, 0) - discount[bill][0] - 0.02;
    }
    return cost;
  }

  /** No plan that settles every bill costs more than this. */
  double mostCostOfSettling() {
    double most = 0;
    double fee = 0;
    double fixed = 0;
    for (int method = 0; method < methods; method++) {
      fee = Math.max(fee, feeRate[method]);
      fixed = Math.max(fixed, fixedFee[method]);
    }
    for (int bill = 0; bill < bills && dates > 0; bill++) {
      int payments = Math.min(mostPayments[bill], slots);
      double surcharge = wholeSurcharge(bill, dates - 1);
      most += surcharge + fee * (principal[bill] + surcharge) + payments * fixed;
    }
    return most + 0.01 * bills;
  }
}
