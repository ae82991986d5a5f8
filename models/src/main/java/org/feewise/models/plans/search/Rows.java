package org.feewise.models.plans.search;

import java.util.Arrays;

/**
 * The rows that tie bills together: money up to each date, a method's limit on a date, what a month
 * may take, and one way of paying for every bill.
 */
final class Rows {
  private final Instance instance;
  final int count;

  /** The first row that is an equality: one for every bill. */
  final int firstBill;

  final double[] limits;
  private final int[] dayRow;

  /** The row of what a month may take; -1 where it does not matter. */
  private final int[] monthRow;

  Rows(Instance instance, double margin) {
    this.instance = instance;
    dayRow = new int[instance.slots];
    Arrays.fill(dayRow, -1);
    int next = instance.dates;
    double most = mostPaid();
    for (int slot = 0; slot < instance.slots; slot++) {
      double perDay = instance.perDay[instance.methodOf(slot)];
      if (perDay < Math.min(instance.room[instance.dateOf(slot)], most)) {
        dayRow[slot] = next++;
      }
    }
    monthRow = new int[instance.months()];
    Arrays.fill(monthRow, -1);
    if (instance.mostAMonth < most) {
      for (int month = 0; month < monthRow.length; month++) {
        monthRow[month] = next++;
      }
    }
    firstBill = next;
    count = next + instance.bills;
    limits = new double[count];
    for (int d = 0; d < instance.dates; d++) {
      limits[d] = Math.max(0, instance.room[d] - margin);
    }
    for (int slot = 0; slot < instance.slots; slot++) {
      if (dayRow[slot] >= 0) {
        double perDay = instance.perDay[instance.methodOf(slot)];
        limits[dayRow[slot]] = Math.max(0, perDay - margin);
      }
    }
    for (int row : monthRow) {
      if (row >= 0) {
        limits[row] = Math.max(0, instance.mostAMonth - margin);
      }
    }
    Arrays.fill(limits, firstBill, count, 1);
  }

  /** No plan takes more, fees included. */
  private double mostPaid() {
    double most = instance.mostCostOfSettling();
    for (int b = 0; b < instance.bills; b++) {
      most += instance.principal[b];
    }
    return most;
  }

  /** Fills in what a column takes up of each row. */
  void measure(Column column) {
    double[] spent = new double[instance.dates];
    int[] rows = new int[instance.dates + monthRow.length + column.slots.length + 1];
    double[] values = new double[rows.length];
    int used = 0;
    for (int i = 0; i < column.slots.length; i++) {
      int slot = column.slots[i];
      int method = instance.methodOf(slot);
      double fee = feeOf(column, i, method);
      spent[instance.dateOf(slot)] += column.amounts[i] + fee;
      if (dayRow[slot] >= 0 && column.amounts[i] > 0) {
        rows[used] = dayRow[slot];
        values[used++] = column.amounts[i];
      }
    }
    double sum = 0;
    double ofMonth = 0;
    for (int d = 0; d < instance.dates; d++) {
      sum += spent[d];
      ofMonth += spent[d];
      if (sum > 0) {
        rows[used] = d;
        values[used++] = sum;
      }
      if (instance.endsMonth(d)) {
        if (monthRow[instance.month[d]] >= 0 && ofMonth > 0) {
          rows[used] = monthRow[instance.month[d]];
          values[used++] = ofMonth;
        }
        ofMonth = 0;
      }
    }
    rows[used] = firstBill + column.bill;
    values[used++] = 1;
    column.rows = Arrays.copyOf(rows, used);
    column.values = Arrays.copyOf(values, used);
  }

  private double feeOf(Column column, int i, int method) {
    double amount = column.amounts[i];
    return instance.mostPayments[column.bill] == 1
        ? instance.wholeFee(method, amount)
        : instance.feeRate[method] * amount + instance.fixedFee[method] * column.counted[i];
  }

  /** What the shared limits cost at these duals: the part of Lagrange's bound without bills. */
  double valueOfLimits(double[] duals) {
    double value = 0;
    for (int row = 0; row < firstBill; row++) {
      value += Math.min(0, duals[row]) * limits[row];
    }
    return value;
  }

  /** The price of a yuan leaving on each date, from the duals of the rows. */
  double[] moneyPrices(double[] duals) {
    double[] prices = new double[instance.dates];
    double sum = 0;
    for (int d = instance.dates - 1; d >= 0; d--) {
      sum += Math.max(0, -duals[d]);
      int ofMonth = monthRow[instance.month[d]];
      prices[d] = sum + (ofMonth < 0 ? 0 : Math.max(0, -duals[ofMonth]));
    }
    return prices;
  }

  /** The price of a yuan of a method's limit on a date, from the duals of the rows. */
  double dayPrice(double[] duals, int slot) {
    return dayRow[slot] < 0 ? 0 : Math.max(0, -duals[dayRow[slot]]);
  }
}
