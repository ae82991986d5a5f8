package org.feewise.models.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.trees.CompiledTrees;

/** Learns a model of late payment from described bills. */
public final class RiskTrainer {
  private final Options options;
  private final Consumer<String> log;

  /**
   * @param seed of every random choice
   * @param members how many boosted models are averaged
   * @param searchRows most rows used to choose how trees grow, the newest where rows have an order
   * @param seasons whether the history is long enough for features that repeat with the year
   */
  public record Options(long seed, int members, int searchRows, boolean seasons) {}

  public RiskTrainer(Options options, Consumer<String> log) {
    this.options = options;
    this.log = log;
  }

  /**
   * Fits, chooses and calibrates.
   *
   * @throws IllegalArgumentException when the set is not learnable
   */
  public FittedTrees fit(TrainingSet training) {
    if (!training.isLearnable()) {
      throw new IllegalArgumentException(
          "too little to learn from: %d rows, %d of them late"
              .formatted(training.size(), training.lateCount()));
    }
    Predicate<String> wanted = name -> options.seasons() || !FeatureSchema.SEASONAL.contains(name);
    TrainingSet searched = newest(training);
    Search.Choice choice = new Search(searched, wanted, options.seed(), log).best();
    Calibration calibration = calibrated(searched, choice);
    log.accept("calibration: %s".formatted(calibration));

    FeatureEncoder encoder = FeatureEncoder.learn(training, wanted);
    double[][] columns = encoder.encodeTraining(training);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = encoder.forTrees(columns[i]);
    }
    List<CompiledTrees> members = new ArrayList<>();
    for (int member = 0; member < options.members(); member++) {
      members.add(choice.growth().grow(columns, training.late(), options.seed() + 1 + member));
    }
    return new FittedTrees(encoder, CompiledTrees.mean(members), calibration);
  }

  private TrainingSet newest(TrainingSet training) {
    if (training.size() <= options.searchRows()) {
      return training;
    }
    int skip = training.size() - options.searchRows();
    return training.subset(java.util.stream.IntStream.range(skip, training.size()).toArray());
  }

  private static Calibration calibrated(TrainingSet training, Search.Choice choice) {
    boolean[] late = new boolean[choice.held().length];
    double[] weight = new double[late.length];
    for (int i = 0; i < late.length; i++) {
      late[i] = training.late()[choice.held()[i]];
      weight[i] = 1;
    }
    return Calibration.fit(choice.logOdds(), late, weight);
  }
}
