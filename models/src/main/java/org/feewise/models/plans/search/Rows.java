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
    Entries days = new Entries(column.slots.length);
    for (int i = 0; i < column.slots.length; i++) {
      int slot = column.slots[i];
      spent[instance.dateOf(slot)] += column.amounts[i] + feeOf(column, i, instance.methodOf(slot));
      if (dayRow[slot] >= 0) {
        days.add(dayRow[slot], column.amounts[i]);
      }
    }
    Entries entries = new Entries(instance.dates + monthRow.length + days.count + 1);
    Entries keys = new Entries(instance.dates + days.count);
    double sum = 0;
    double ofMonth = 0;
    for (int d = 0; d < instance.dates; d++) {
      sum += spent[d];
      ofMonth += spent[d];
      entries.add(d, sum);
      keys.add(d, spent[d]);
      if (instance.endsMonth(d)) {
        if (monthRow[instance.month[d]] >= 0) {
          entries.add(monthRow[instance.month[d]], ofMonth);
        }
        ofMonth = 0;
      }
    }
    for (int i = 0; i < days.count; i++) {
      entries.add(days.keys[i], days.values[i]);
      keys.add(days.keys[i], days.values[i]);
    }
    entries.add(firstBill + column.bill, 1);
    column.rows = Arrays.copyOf(entries.keys, entries.count);
    column.values = Arrays.copyOf(entries.values, entries.count);
    column.keys = Arrays.copyOf(keys.keys, keys.count);
    column.taken = Arrays.copyOf(keys.values, keys.count);
  }

  /** Positive values by key, in order of adding. */
  private static final class Entries {
    final int[] keys;
    final double[] values;
    int count;

    Entries(int most) {
      keys = new int[most];
      values = new double[most];
    }

    void add(int key, double value) {
      if (value > 0) {
        keys[count] = key;
        values[count++] = value;
      }
    }
  }

  /**
   * The dual of each key of a column: of a yuan leaving on a date, then as the rows have them.
   *
   * @param byKey as long as the rows are many
   */
  void dualsByKey(double[] duals, double[] byKey) {
    System.arraycopy(duals, 0, byKey, 0, count);
    double sum = 0;
    for (int d = instance.dates - 1; d >= 0; d--) {
      sum += duals[d];
      int ofMonth = monthRow[instance.month[d]];
      byKey[d] = sum + (ofMonth < 0 ? 0 : duals[ofMonth]);
    }
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
