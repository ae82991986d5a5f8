package org.feewise.models.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One way of holding rows back while a model is chosen.
 *
 * @param training rows the trees see
 * @param held rows they do not see
 */
public record Folds(int[] training, int[] held) {

  /**
   * Rows in order of time: each part is held back once, with everything before it to learn from.
   * Rows without an order: each random part is held back once. Many rows need one part only.
   */
  public static List<Folds> of(int rows, boolean temporal, long seed) {
    return temporal ? forward(rows) : shuffled(rows, seed);
  }

  private static List<Folds> forward(int rows) {
    double[] cuts =
        rows < 8000
            ? new double[] {0.4, 0.55, 0.7, 0.85, 1}
            : rows < 30_000 ? new double[] {0.6, 0.8, 1} : new double[] {0.8, 1};
    List<Folds> folds = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.length; i++) {
      int from = (int) (cuts[i] * rows);
      int to = (int) (cuts[i + 1] * rows);
      folds.add(new Folds(IntStream.range(0, from).toArray(), IntStream.range(from, to).toArray()));
    }
    return folds;
  }

  private static List<Folds> shuffled(int rows, long seed) {
    int parts = rows < 8000 ? 5 : 3;
    int used = rows < 30_000 ? parts : 1;
    int[] part = new SplittableRandom(seed).ints(rows, 0, parts).toArray();
    List<Folds> folds = new ArrayList<>();
    for (int held = 0; held < used; held++) {
      int holding = held;
      folds.add(
          new Folds(
              IntStream.range(0, rows).filter(i -> part[i] != holding).toArray(),
              IntStream.range(0, rows).filter(i -> part[i] == holding).toArray()));
    }
    return folds;
  }
}
