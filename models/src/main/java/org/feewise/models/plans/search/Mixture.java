package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;

/** What the linear program does with one bill: its ways of paying and their shares. */
final class Mixture {
  static final double NOTHING = 1e-6;

  final List<Column> columns = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();

  void add(Column column, double share) {
    columns.add(column);
    shares.add(share);
  }

  double openShare() {
    double share = 0;
    for (int i = 0; i < columns.size(); i++) {
      share += columns.get(i).isOpen() ? shares.get(i) : 0;
    }
    return share;
  }

  double stoppedShare() {
    double share = 0;
    for (int i = 0; i < columns.size(); i++) {
      share += columns.get(i).stopped ? shares.get(i) : 0;
    }
    return share;
  }

  double[] shareOfLast(int dates) {
    double[] share = new double[dates];
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isOpen()) {
        share[columns.get(i).last] += shares.get(i);
      }
    }
    return share;
  }

  double[] amounts(int slots) {
    return mix(slots, true);
  }

  /** The share of each slot's fixed fee that is counted. */
  double[] counted(int slots) {
    return mix(slots, false);
  }

  private double[] mix(int slots, boolean amounts) {
    double[] mixed = new double[slots];
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double[] parts = amounts ? column.amounts : column.counted;
      for (int k = 0; k < column.slots.length; k++) {
        mixed[column.slots[k]] += shares.get(i) * parts[k];
      }
    }
    return mixed;
  }
}
