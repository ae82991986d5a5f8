package org.feewise.models.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.feewise.models.risk.trees.CompiledTrees;

/**
 * Chooses how trees grow by their log loss on rows they have not seen, and keeps what they said of
 * those rows for the calibration.
 */
final class Search {
  private static final int MOST_GROWTHS = 4;

  /** Tried one after the other from the best growth so far, each while it helps. */
  private static final List<Function<Growth, Optional<Growth>>> STEPS =
      List.of(Growth::finer, Growth::steadier, Growth::narrower, Growth::wider, Growth::slower);

  private static final double[] LINEAR_SHARES = {0.15, 0.3, 0.45, 0.6};

  private final Workers workers;
  private final TrainingSet training;
  private final Predicate<String> wanted;
  private final long seed;
  private final Consumer<String> log;

  Search(
      Workers workers,
      TrainingSet training,
      Predicate<String> wanted,
      long seed,
      Consumer<String> log) {
    this.workers = workers;
    this.training = training;
    this.wanted = wanted;
    this.seed = seed;
    this.log = log;
  }

  /**
   * The best growths found, averaged with the same weight each.
   *
   * @param linearShare weight of a line beside the trees
   * @param held indices of the rows held back
   * @param logOdds what trees and line that had not seen them said of them
   */
  record Choice(
      List<Growth> growths, double linearShare, int[] held, double[] logOdds, double logLoss) {

    /** The same with another growth beside, the line left out. */
    private double[] averagedWith(Choice other) {
      int count = growths.size();
      double[] mean = new double[logOdds.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (count * logOdds[i] + other.logOdds[i]) / (count + 1);
      }
      return mean;
    }
  }

  /** One fold: columns for the trees on both sides, and what a line says of the held ones. */
  private record Part(double[][] columns, boolean[] late, double[][] held, double[] ofLine) {}

  Choice best() {
    List<Folds> folds = Folds.of(training.size(), training.temporal(), seed);
    List<Part> parts = workers.each(folds.size(), fold -> part(folds.get(fold)));
    int[] held = folds.stream().flatMapToInt(f -> Arrays.stream(f.held())).toArray();
    List<Choice> choices = new ArrayList<>();
    for (Growth growth : Growth.candidates(training.size())) {
      choices.add(tried(growth, parts, held));
    }
    if (least(choices) == choices.getLast()) {
      whileItHelps(Growth::deeper, choices, parts);
    }
    for (Function<Growth, Optional<Growth>> step : STEPS) {
      whileItHelps(step, choices, parts);
    }
    return withLine(blended(choices), parts);
  }

  /** Goes on from a choice that is the best so far, until another step no longer helps. */
  private void whileItHelps(
      Function<Growth, Optional<Growth>> step, List<Choice> choices, List<Part> parts) {
    Choice best = least(choices);
    Optional<Growth> next = step.apply(best.growths().getFirst());
    while (next.isPresent()) {
      Choice choice = tried(next.get(), parts, best.held());
      choices.add(choice);
      next = choice == least(choices) ? step.apply(next.get()) : Optional.empty();
    }
  }

  private static Choice least(List<Choice> choices) {
    return Collections.min(choices, Comparator.comparingDouble(Choice::logLoss));
  }

  /** Caruana and others, Ensemble Selection (2004): adds, again and again, what helps most. */
  private Choice blended(List<Choice> choices) {
    Choice best = least(choices);
    for (int added = 1; added < MOST_GROWTHS; added++) {
      Choice better = best;
      for (Choice choice : choices) {
        double[] mean = best.averagedWith(choice);
        double loss = logLoss(i -> mean[i], best.held());
        if (loss < better.logLoss()) {
          List<Growth> growths = new ArrayList<>(best.growths());
          growths.addAll(choice.growths());
          better = new Choice(growths, 0, best.held(), mean, loss);
        }
      }
      if (better == best) {
        break;
      }
      best = better;
    }
    log.accept(
        "%d growths averaged: held-back log loss %.4f"
            .formatted(best.growths().size(), best.logLoss()));
    return best;
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
        best = new Choice(choice.growths(), share, choice.held(), blended, loss);
      }
    }
    log.accept(
        "a line weighs %.2f: held-back log loss %.4f"
            .formatted(best.linearShare(), best.logLoss()));
    return best;
  }

  private Part part(Folds fold) {
    TrainingSet seen = training.subset(fold.training());
    FeatureEncoder.Learnt learnt = FeatureEncoder.learn(seen, wanted);
    FeatureEncoder encoder = learnt.encoder();
    double[][] columns = learnt.training();
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

  /** Grows one tree a fold at a time until more of them have long not helped. */
  private Choice tried(Growth growth, List<Part> parts, int[] held) {
    List<Boosting> boostings =
        parts.stream()
            .map(part -> new Boosting(growth, part.columns(), part.late(), seed))
            .toList();
    double[] logOdds = new double[held.length];
    int row = 0;
    for (int fold = 0; fold < parts.size(); fold++) {
      int to = row + parts.get(fold).held().length;
      Arrays.fill(logOdds, row, to, boostings.get(fold).base());
      row = to;
    }
    Choice best = null;
    for (int trees = 1; trees <= growth.trees(); trees++) {
      step(boostings, parts, logOdds);
      double loss = logLoss(i -> logOdds[i], held);
      if (best == null || loss < best.logLoss()) {
        best = new Choice(List.of(growth.withTrees(trees)), 0, held, logOdds.clone(), loss);
      } else if (trees - best.growths().getFirst().trees() >= growth.patience()) {
        break;
      }
    }
    Growth grown = best.growths().getFirst();
    log.accept(
        ("depth %d, leaves of %d rows, %.0f %% of the columns, pull %.0f, %d trees of weight %s:"
                + " held-back log loss %.4f")
            .formatted(
                grown.depth(),
                grown.leafRows(),
                100 * grown.columnShare(),
                grown.pull(),
                grown.trees(),
                grown.shrinkage(),
                best.logLoss()));
    return best;
  }

  /** What one more tree of each fold adds to the log-odds of the rows it holds back. */
  private void step(List<Boosting> boostings, List<Part> parts, double[] logOdds) {
    List<double[]> added =
        workers.each(
            parts.size(),
            fold -> {
              CompiledTrees tree = boostings.get(fold).step();
              return Arrays.stream(parts.get(fold).held()).mapToDouble(tree::sum).toArray();
            });
    int row = 0;
    for (double[] ofFold : added) {
      for (double each : ofFold) {
        logOdds[row++] += each;
      }
    }
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
