package org.feewise.models.risk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.feewise.models.risk.trees.CompiledTrees;

/**
 * Chooses how trees grow by their log loss on rows they have not seen, and keeps what they said of
 * those rows for the calibration.
 */
final class Search {
  private static final double[] LINEAR_SHARES = {0.15, 0.3, 0.45, 0.6};

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
   * @param linearShare weight of a line beside the trees
   * @param held indices of the rows held back
   * @param logOdds what trees and line that had not seen them said of them
   */
  record Choice(Growth growth, double linearShare, int[] held, double[] logOdds, double logLoss) {}

  /** One fold: columns for the trees on both sides, and what a line says of the held ones. */
  private record Part(double[][] columns, boolean[] late, double[][] held, double[] ofLine) {}

  Choice best() {
    List<Folds> folds = Folds.of(training.size(), training.temporal(), seed);
    List<Part> parts = folds.stream().map(this::part).toList();
    int[] held = folds.stream().flatMapToInt(f -> Arrays.stream(f.held())).toArray();
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
    return withLine(best, parts);
  }

  /** Gives the line the weight with the least loss; none unless it helps. */
  private Choice withLine(Choice choice, List<Part> parts) {
    double[] ofLine =
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.ofLine())).toArray();
    Choice best = choice;
    for (double share : LINEAR_SHARES) {
      double[] blended = new double[ofLine.length];
      for (int i = 0; i < blended.length; i++) {
        blended[i] = FittedModel.blended(choice.logOdds()[i], ofLine[i], share);
      }
      double loss = logLoss(i -> blended[i], choice.held());
      if (loss < best.logLoss()) {
        best = new Choice(choice.growth(), share, choice.held(), blended, loss);
      }
    }
    log.accept(
        "a line weighs %.2f: held-back log loss %.4f"
            .formatted(best.linearShare(), best.logLoss()));
    return best;
  }

  private Part part(Folds fold) {
    TrainingSet seen = training.subset(fold.training());
    FeatureEncoder encoder = FeatureEncoder.learn(seen, wanted);
    double[][] columns = encoder.encodeTraining(seen);
    LinearOdds line =
        LinearOdds.learn(
            Arrays.stream(columns).map(encoder::forLines).toArray(double[][]::new), seen.late());
    double[][] held = new double[fold.held().length][];
    double[] ofLine = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      double[] encoded = encoder.encode(training.rows()[fold.held()[i]]);
      held[i] = encoder.forTrees(encoded);
      ofLine[i] = line.logOdds(encoder.forLines(encoded));
    }
    double[][] forTrees = Arrays.stream(columns).map(encoder::forTrees).toArray(double[][]::new);
    return new Part(forTrees, seen.late(), held, ofLine);
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
      int at = stage;
      double loss = logLoss(i -> stages[i][at], held);
      if (loss < bestLoss) {
        bestLoss = loss;
        bestStage = stage;
      }
    }
    double[] logOdds = new double[held.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = stages[i][bestStage];
    }
    return new Choice(growth.withTrees(bestStage + 1), 0, held, logOdds, bestLoss);
  }

  private double logLoss(IntToDoubleFunction logOdds, int[] held) {
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      double odds = logOdds.applyAsDouble(i);
      sum += Math.log1p(Math.exp(training.late()[held[i]] ? -odds : odds));
    }
    return sum / held.length;
  }
}
