package org.feewise.models.plans.search;

import java.util.List;
import org.feewise.models.money.Money;
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
  final boolean[] stopsAtPrincipal;

  /** Surcharge of a yuan of principal that is paid on a date. */
  final double[][] grown;

  final double[][] discount;
  final int[] mostPayments;

  /** Weight of a yuan of principal left open against a yuan of extra cost. */
  final double openWeight;

  Instance(PlanProblem problem) {
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
    stopsAtPrincipal = new boolean[bills];
    grown = new double[bills][dates];
    discount = new double[bills][dates];
    mostPayments = new int[bills];
    for (int b = 0; b < bills; b++) {
      describe(b, problem.bills().get(b), payDates);
    }
    openWeight = openWeight();
  }

  private void describe(int b, PlanBill bill, List<PayDate> payDates) {
    principal[b] = yuan(bill.principal());
    stopsAtPrincipal[b] = bill.surcharge().map(s -> s.atMostPrincipal()).orElse(false);
    mostPayments[b] = bill.mostPayments();
    for (int d = 0; d < dates; d++) {
      grown[b][d] = bill.surchargeShare(payDates.get(d).on()).doubleValue();
      discount[b][d] = yuan(bill.discountWhenPaidBy(payDates.get(d).on()));
    }
  }

  private double openWeight() {
    double dearest = 1;
    for (int b = 0; b < bills && dates > 0; b++) {
      double ratio = grown[b][dates - 1];
      dearest = Math.max(dearest, stopsAtPrincipal[b] ? Math.min(1, ratio) : ratio);
    }
    double fee = 0;
    for (int m = 0; m < methods; m++) {
      fee = Math.max(fee, feeRate[m]);
    }
    return 1000 * dearest * (1 + fee);
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

  /** Whether a surcharge stopped at the principal can occur when the last payment is on a date. */
  boolean canStop(int bill, int last) {
    return stopsAtPrincipal[bill] && grown[bill][last] > 1;
  }

  /** What a bill paid in one payment comes to, rounded to the fen as the rules say. */
  double wholeAmount(int bill, int last, boolean stopped) {
    double surcharge = principal[bill] * (stopped ? 1 : grown[bill][last]);
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
    double surcharge = stopped ? 1 : grown[bill][last];
    return principal[bill] * (1 + surcharge) - discount[bill][last];
  }

  /** No plan that settles every bill costs less, money and daily limits aside. */
  double leastCostOfAll() {
    double least = 0;
    for (int bill = 0; bill < bills && dates > 0; bill++) {
      double share = grown[bill][0];
      double surcharge = stopsAtPrincipal[bill] ? Math.min(1, share) : share;
      least += principal[bill] * surcharge - discount[bill][0] - 0.02;
    }
    return least;
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
      double share = grown[bill][dates - 1];
      double surcharge = stopsAtPrincipal[bill] ? Math.min(1, share) : share;
      most += principal[bill] * (surcharge + fee * (1 + surcharge)) + payments * fixed;
    }
    return most + 0.01 * bills;
  }
}
