package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The linear program over the known columns, solved by the primal simplex method with an explicit
 * inverse. A column the current node does not allow keeps its place at a penalty, so a basis always
 * serves the next node.
 */
final class Master {
  private static final int MOST_STALLED = 2000;
  private static final double PIVOT = 1e-8;
  private static final double SLIGHT = 1e-10;
  private static final int REFRESH = 150;
  private static final int MOST_RESTARTS = 3;

  private final Rows rows;
  private final int size;
  private final double penalty;
  private final double[][] inverse;
  private final double[] level;
  private final Column[] basis;
  private final double[] duals;

  /** For the keys of a column, which are fewer than its rows. */
  private final double[] dualsByKey;

  private final double[] direction;
  final List<Column> columns = new ArrayList<>();
  private ArrayList<Column> promising = new ArrayList<>();
  private ArrayList<Column> promisingNext = new ArrayList<>();
  private int pivots;
  private double negligible;

  /** A slack in the basis is a null column; slackOf says of which row. */
  private final int[] slackOf;

  private final boolean[] slackInBasis;

  Master(Instance instance, Rows rows, double penalty) {
    this.rows = rows;
    this.size = rows.count;
    this.penalty = penalty;
    inverse = new double[size][size];
    level = rows.limits.clone();
    basis = new Column[size];
    duals = new double[size];
    dualsByKey = new double[size];
    direction = new double[size];
    slackOf = new int[size];
    slackInBasis = new boolean[size];
    for (int row = 0; row < size; row++) {
      inverse[row][row] = 1;
      slackOf[row] = row;
      slackInBasis[row] = row < rows.firstBill;
      if (row >= rows.firstBill) {
        Column open = Column.open(instance, row - rows.firstBill);
        add(open);
        basis[row] = open;
        open.position = row;
      }
    }
  }

  void add(Column column) {
    rows.measure(column);
    columns.add(column);
  }

  /** Keeps only the columns of the basis and the ones that leave a bill open. */
  void forgetAllButBasis() {
    columns.removeIf(column -> column.position < 0 && !column.isOpen());
  }

  /** Below this a reduced cost is noise. */
  double negligible() {
    return negligible;
  }

  double[] duals() {
    return duals;
  }

  double levelOf(Column column) {
    return column.position < 0 ? 0 : level[column.position];
  }

  private double costOf(Column column) {
    return column.allowed ? column.cost : column.cost + penalty;
  }

  double objective() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (basis[i] != null) {
        sum += costOf(basis[i]) * level[i];
      }
    }
    return sum;
  }

  /**
   * Optimises over the allowed columns.
   *
   * @return false when the deadline passed first, or rounding errors got the better of it
   */
  boolean optimise(List<Column> active, Deadline deadline) {
    promising.clear();
    int stalled = 0;
    int restarts = 0;
    for (int iteration = 0; stalled < MOST_STALLED; iteration++) {
      price();
      int slack = enteringSlack();
      double slackCost = slack < 0 ? -negligible : -duals[slack];
      Column entering = enteringColumn(active, stalled > 200, slackCost);
      if (entering == null && slack < 0) {
        return true;
      }
      if (entering != null) {
        direct(entering.rows, entering.values, entering.rows.length);
      } else {
        direct(new int[] {slack}, new double[] {1}, 1);
      }
      double step = pivot(entering, slack);
      if (Double.isNaN(step)) {
        restart();
        restarts++;
        if (restarts > MOST_RESTARTS) {
          return false;
        }
      }
      stalled = step > 1e-10 ? 0 : stalled + 1;
      if ((iteration & 15) == 15 && deadline.passed()) {
        price();
        return false;
      }
    }
    return true;
  }

  private void price() {
    java.util.Arrays.fill(duals, 0);
    for (int i = 0; i < size; i++) {
      double cost = basis[i] == null ? 0 : costOf(basis[i]);
      if (cost != 0) {
        double[] line = inverse[i];
        for (int row = 0; row < size; row++) {
          duals[row] += cost * line[row];
        }
      }
    }
    rows.dualsByKey(duals, dualsByKey);
    double largest = 0;
    for (double dual : duals) {
      largest = Math.max(largest, Math.abs(dual));
    }
    negligible = 1e-7 + 1e-12 * largest;
  }

  private int enteringSlack() {
    int best = -1;
    double bestDual = negligible;
    for (int row = 0; row < rows.firstBill; row++) {
      if (!slackInBasis[row] && duals[row] > bestDual) {
        bestDual = duals[row];
        best = row;
      }
    }
    return best;
  }

  /** The best of those that were promising lately; of all when none of them is any more. */
  private Column enteringColumn(List<Column> active, boolean first, double threshold) {
    double below = Math.min(-negligible, threshold);
    if (first) {
      promising.clear();
      return active.stream()
          .filter(column -> column.position < 0 && reducedCost(column) < below)
          .findFirst()
          .orElse(null);
    }
    Column best = bestOf(promising, below);
    return best != null ? best : bestOf(active, below);
  }

  private Column bestOf(List<Column> candidates, double below) {
    ArrayList<Column> good = promisingNext;
    good.clear();
    Column best = null;
    double bestCost = below;
    for (Column column : candidates) {
      double reduced = column.position < 0 ? reducedCost(column) : 0;
      if (reduced < -negligible) {
        good.add(column);
        if (reduced < bestCost) {
          best = column;
          bestCost = reduced;
        }
      }
    }
    promisingNext = promising;
    promising = good;
    return best;
  }

  double reducedCost(Column column) {
    double reduced = costOf(column) - duals[rows.firstBill + column.bill];
    for (int k = 0; k < column.keys.length; k++) {
      reduced -= dualsByKey[column.keys[k]] * column.taken[k];
    }
    return reduced;
  }

  private void direct(int[] entryRows, double[] values, int entries) {
    for (int i = 0; i < size; i++) {
      double[] line = inverse[i];
      double sum = 0;
      for (int k = 0; k < entries; k++) {
        sum += line[entryRows[k]] * values[k];
      }
      direction[i] = sum;
    }
  }

  /** The step taken; not a number when there was none to take. */
  private double pivot(Column entering, int slack) {
    int leaving = leavingRow();
    if (leaving < 0) {
      return Double.NaN;
    }
    double step = Math.max(0, level[leaving]) / direction[leaving];
    for (int i = 0; i < size; i++) {
      level[i] -= step * direction[i];
      if (level[i] < 0 && level[i] > -1e-9) {
        level[i] = 0;
      }
    }
    level[leaving] = step;
    if (basis[leaving] != null) {
      basis[leaving].position = -1;
    } else {
      slackInBasis[slackOf[leaving]] = false;
    }
    basis[leaving] = entering;
    if (entering != null) {
      entering.position = leaving;
    } else {
      slackOf[leaving] = slack;
      slackInBasis[slack] = true;
    }
    eliminate(leaving);
    return ++pivots % REFRESH > 0 || refresh() ? step : Double.NaN;
  }

  /**
   * The row whose level reaches zero first; of those that nearly do, the one with the largest
   * pivot.
   *
   * <p>Harris, "Pivot selection methods of the Devex LP code", Mathematical Programming 5 (1973).
   *
   * @return -1 when none does, which rounding alone can bring about
   */
  private int leavingRow() {
    double reach = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      if (direction[i] > PIVOT) {
        reach = Math.min(reach, (Math.max(0, level[i]) + SLIGHT) / direction[i]);
      }
    }
    int leaving = -1;
    for (int i = 0; i < size; i++) {
      boolean reached = direction[i] > PIVOT && Math.max(0, level[i]) / direction[i] <= reach;
      if (reached && (leaving < 0 || direction[i] > direction[leaving])) {
        leaving = i;
      }
    }
    return leaving;
  }

  private void eliminate(int leaving) {
    double[] pivotLine = inverse[leaving];
    double scale = 1 / direction[leaving];
    for (int row = 0; row < size; row++) {
      pivotLine[row] *= scale;
    }
    for (int i = 0; i < size; i++) {
      double factor = direction[i];
      if (i != leaving && factor != 0) {
        double[] line = inverse[i];
        for (int row = 0; row < size; row++) {
          line[row] -= factor * pivotLine[row];
        }
      }
    }
  }

  /** Back to the first basis: every bill open and nothing spent. */
  private void restart() {
    for (int row = 0; row < size; row++) {
      if (basis[row] != null) {
        basis[row].position = -1;
      }
      java.util.Arrays.fill(inverse[row], 0);
      inverse[row][row] = 1;
      slackOf[row] = row;
      slackInBasis[row] = row < rows.firstBill;
      basis[row] = null;
      level[row] = rows.limits[row];
    }
    for (Column column : columns) {
      if (column.isOpen() && basis[rows.firstBill + column.bill] == null) {
        basis[rows.firstBill + column.bill] = column;
        column.position = rows.firstBill + column.bill;
      }
    }
  }

  /** Recomputes the inverse and the levels from the basis itself; false when it is singular. */
  private boolean refresh() {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      if (basis[i] == null) {
        matrix[slackOf[i]][i] = 1;
      } else {
        for (int k = 0; k < basis[i].rows.length; k++) {
          matrix[basis[i].rows[k]][i] = basis[i].values[k];
        }
      }
    }
    if (!Inversion.invert(matrix, inverse)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int row = 0; row < size; row++) {
        sum += inverse[i][row] * rows.limits[row];
      }
      level[i] = Math.max(0, sum);
    }
    return true;
  }
}
