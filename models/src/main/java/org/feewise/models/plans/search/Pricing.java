package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the cheapest way to pay one bill at given prices, for every last date the state of the bill
 * still allows.
 */
final class Pricing {
  private final Instance instance;
  private final SplitPricing split;
  private final BillOffers offers;

  Pricing(Instance instance) {
    this.instance = instance;
    this.split = new SplitPricing(instance);
    this.offers = new BillOffers(instance);
  }

  /**
   * The offers for one bill: the lower bound of every last date and the columns that improve.
   *
   * <p>The result is reused by the next call.
   *
   * @param negligible below this a reduced cost is noise
   */
  BillOffers offers(int bill, BillState state, Prices prices, double negligible) {
    offers.reset(prices.ofBill[bill], negligible);
    split.begin();
    for (int last = 0; last < instance.dates; last++) {
      if (state.growing[last]) {
        offer(bill, state, prices, last, false);
      }
      if (state.stopped[last]) {
        offer(bill, state, prices, last, true);
      }
    }
    return offers;
  }

  private void offer(int bill, BillState state, Prices prices, int last, boolean stopped) {
    if (instance.mostPayments[bill] == 1) {
      offerWhole(bill, state, prices, last, stopped);
    } else {
      split.offer(bill, state, prices, last, stopped, offers);
    }
  }

  private void offerWhole(int bill, BillState state, Prices prices, int last, boolean stopped) {
    double amount = instance.wholeAmount(bill, last, stopped);
    double extra = amount - instance.principal[bill];
    for (int method = 0; method < instance.methods; method++) {
      int slot = instance.slot(last, method);
      byte status = state.slots[slot];
      boolean open = status == BillState.PAID_FOR || status == BillState.FREE && state.paidFor == 0;
      if (open && amount > 0.005 && amount <= instance.limit[method] + 0.004) {
        double fee = instance.wholeFee(method, amount);
        double rounding = fee - instance.fixedFee[method] - instance.feeRate[method] * amount;
        double value =
            extra
                + prices.perYuan[slot] * amount
                + prices.perPayment[slot]
                + rounding * (1 + prices.money[last]);
        if (offers.improves(last, stopped, value, value)) {
          double cost = extra + fee + Prices.TIE;
          offers.keep(
              new Column(
                  bill,
                  last,
                  stopped,
                  new int[] {slot},
                  new double[] {amount},
                  new double[] {1},
                  cost),
              value);
        }
      }
    }
  }

  /** The lower bounds and improving columns of one bill. */
  static final class BillOffers {
    final double[] growing;
    final double[] stopped;
    private final Column[] columns;
    private final double[] values;
    private double dual;
    private double improving;

    BillOffers(Instance instance) {
      growing = new double[instance.dates];
      stopped = new double[instance.dates];
      columns = new Column[instance.dates];
      values = new double[instance.dates];
    }

    private void reset(double billDual, double negligible) {
      dual = billDual;
      improving = -1e-6 - 2 * negligible;
      java.util.Arrays.fill(growing, Double.POSITIVE_INFINITY);
      java.util.Arrays.fill(stopped, Double.POSITIVE_INFINITY);
      java.util.Arrays.fill(columns, null);
      java.util.Arrays.fill(values, Double.POSITIVE_INFINITY);
    }

    /** Notes a bound; true when a column of this value should be kept. */
    boolean improves(int last, boolean stop, double lower, double value) {
      double[] bounds = stop ? stopped : growing;
      bounds[last] = Math.min(bounds[last], lower - dual);
      return value - dual < improving && value < values[last];
    }

    void keep(Column column, double value) {
      columns[column.last] = column;
      values[column.last] = value;
    }

    /** The least reduced cost over the last dates; infinite when none is possible. */
    double least() {
      double least = Double.POSITIVE_INFINITY;
      for (int last = 0; last < growing.length; last++) {
        least = Math.min(least, Math.min(growing[last], stopped[last]));
      }
      return least;
    }

    /** The improving columns near the best one. */
    List<Column> improving() {
      double best = Double.POSITIVE_INFINITY;
      for (double value : values) {
        best = Math.min(best, value);
      }
      List<Column> improving = new ArrayList<>();
      for (int last = 0; last < columns.length; last++) {
        if (columns[last] != null && values[last] - dual <= 0.3 * (best - dual)) {
          improving.add(columns[last]);
        }
      }
      return improving;
    }
  }
}
