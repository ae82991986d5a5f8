package org.feewise.models.risk;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.feewise.models.risk.trees.CompiledTrees;

/**
 * Chooses how trees grow by their log loss on rows they have not seen, and keeps what they said of
 * those rows for the calibration.
 */
final class Search {
  private final TrainingSet training;
  private final Predicate<String> wanted;
  private final long seed;
  private final Consumer<String> log;

  Search(TrainingSet training, Predicate<String> wanted, long seed, Consumer<String> log) {
    this.training = training;
    this.wanted = wanted;
    this.seed = seed;
    this.log = log;
  }

  /**
   * The best growth found.
   *
   * @param held indices of the rows held back
   * @param logOdds what trees that had not seen them said of them
   */
  record Choice(Growth growth, int[] held, double[] logOdds, double logLoss) {}

  private record Part(
      FeatureEncoder encoder, double[][] columns, boolean[] late, double[][] held) {}

  Choice best() {
    List<Folds> folds = Folds.of(training.size(), training.temporal(), seed);
    List<Part> parts = folds.stream().map(this::part).toList();
    int[] held = folds.stream().flatMapToInt(f -> java.util.Arrays.stream(f.held())).toArray();
    Choice best = null;
    for (Growth growth : Growth.candidates(training.size())) {
      Choice choice = tried(growth, parts, held);
      log.accept(
          "depth %d, %d trees: held-back log loss %.4f"
              .formatted(choice.growth().depth(), choice.growth().trees(), choice.logLoss()));
      if (best == null || choice.logLoss() < best.logLoss()) {
        best = choice;
      }
    }
    return best;
  }

  private Part part(Folds fold) {
    TrainingSet seen = training.subset(fold.training());
    FeatureEncoder encoder = FeatureEncoder.learn(seen, wanted);
    double[][] columns = encoder.encodeTraining(seen);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = encoder.forTrees(columns[i]);
    }
    double[][] held = new double[fold.held().length][];
    for (int i = 0; i < held.length; i++) {
      held[i] = encoder.forTrees(encoder.encode(training.rows()[fold.held()[i]]));
    }
    return new Part(encoder, columns, seen.late(), held);
  }

  private Choice tried(Growth growth, List<Part> parts, int[] held) {
    double[][] stages = new double[held.length][];
    int row = 0;
    for (Part part : parts) {
      CompiledTrees trees = growth.grow(part.columns(), part.late(), seed);
      for (double[] columns : part.held()) {
        stages[row++] = trees.staged(columns);
      }
    }
    int bestStage = 0;
    double bestLoss = Double.POSITIVE_INFINITY;
    for (int stage = 9; stage < growth.trees(); stage += 10) {
      double loss = logLoss(stages, stage, held);
      if (loss < bestLoss) {
        bestLoss = loss;
        bestStage = stage;
      }
    }
    double[] logOdds = new double[held.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = stages[i][bestStage];
    }
    return new Choice(growth.withTrees(bestStage + 1), held, logOdds, bestLoss);
  }

  private double logLoss(double[][] stages, int stage, int[] held) {
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      double logOdds = stages[i][stage];
      sum += Math.log1p(Math.exp(training.late()[held[i]] ? -logOdds : logOdds));
    }
    return sum / held.length;
  }
}
