package org.feewise.models.risk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.trees.CompiledTrees;

/** Learns a model of late payment from described bills. */
public final class RiskTrainer {
  private final Options options;
  private final Consumer<String> log;

  /**
   * How much work to put in.
   *
   * @param seed of every random choice
   * @param members how many boosted models are averaged
   * @param searchRows most rows used to choose how trees grow, the newest where rows have an order
   * @param seasons whether the history is long enough for features that repeat with the year
   */
  public record Options(long seed, int members, int searchRows, boolean seasons) {}

  /**
   * What was learnt.
   *
   * @param heldBack the newest rows held back, for measuring
   */
  public record Learnt(FittedModel fitted, HeldBack heldBack, String growth) {}

  public RiskTrainer(Options options, Consumer<String> log) {
    this.options = options;
    this.log = log;
  }

  /**
   * Chooses how trees grow, grows them on every row and calibrates them on rows held back.
   *
   * @throws IllegalArgumentException when the set is not learnable
   */
  public Learnt learn(TrainingSet training) {
    if (!training.isLearnable()) {
      throw new IllegalArgumentException(
          "too little to learn from: %d rows, %d of them late"
              .formatted(training.size(), training.lateCount()));
    }
    Predicate<String> wanted = FeatureSchema.readable(options.seasons());
    int skipped = Math.max(0, training.size() - options.searchRows());
    TrainingSet searched = training.subset(IntStream.range(skipped, training.size()).toArray());
    try (Workers workers = new Workers()) {
      Search.Choice choice = new Search(workers, searched, wanted, options.seed(), log).best();
      Calibration calibration =
          calibrated(searched, choice, IntStream.range(0, choice.held().length).toArray());
      log.accept("calibration: " + calibration);
      FittedModel fitted = grown(workers, training, wanted, choice, calibration);
      return new Learnt(
          fitted,
          heldBack(searched, choice, skipped),
          choice.growths() + ", line " + choice.linearShare());
    }
  }

  /** Everything a product needs of a model, the expected delay included. */
  public RiskModel model(String version, TrainingSet training, FittedModel fitted) {
    double[][] columns = new double[training.size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = fitted.encoder().forTrees(fitted.encoder().encode(training.rows()[i]));
    }
    Delay delay = Delay.learn(columns, training, options.seed());
    return new RiskModel(version, training.schema(), fitted, delay);
  }

  /**
   * Grows one set of trees as a model's are grown, without search, line and calibration.
   *
   * @param depth splits on the longest way down
   * @param shrinkage weight of each tree
   */
  public static CompiledTrees grow(
      double[][] columns, boolean[] late, int depth, double shrinkage, int trees, long seed) {
    return Growth.candidates(late.length)
        .getFirst()
        .shaped(depth + 1, shrinkage, trees)
        .grow(columns, late, seed);
  }

  private FittedModel grown(
      Workers workers,
      TrainingSet training,
      Predicate<String> wanted,
      Search.Choice choice,
      Calibration calibration) {
    FeatureEncoder.Learnt learnt = FeatureEncoder.learn(training, wanted);
    FeatureEncoder encoder = learnt.encoder();
    double[][] columns = learnt.training();
    double[][] forTrees = Arrays.stream(columns).map(encoder::forTrees).toArray(double[][]::new);
    List<CompiledTrees> members =
        workers.each(
            choice.growths().size() * options.members(),
            member ->
                choice
                    .growths()
                    .get(member / options.members())
                    .grow(forTrees, training.late(), options.seed() + 1 + member));
    LinearOdds line =
        LinearOdds.learn(
            Arrays.stream(columns).map(encoder::forLines).toArray(double[][]::new),
            training.late());
    return new FittedModel(
        encoder, CompiledTrees.mean(members), line, choice.linearShare(), calibration);
  }

  /** The later half of the rows held back, calibrated on the earlier half. */
  private static HeldBack heldBack(TrainingSet searched, Search.Choice choice, int offset) {
    int held = choice.held().length;
    Calibration earlier = calibrated(searched, choice, IntStream.range(0, held / 2).toArray());
    int[] later = IntStream.range(held / 2, held).toArray();
    int[] rows = new int[later.length];
    double[] probability = new double[later.length];
    boolean[] late = new boolean[later.length];
    for (int i = 0; i < later.length; i++) {
      rows[i] = offset + choice.held()[later[i]];
      probability[i] = earlier.probability(choice.logOdds()[later[i]]);
      late[i] = searched.late()[choice.held()[later[i]]];
    }
    return new HeldBack(rows, probability, late);
  }

  private static Calibration calibrated(
      TrainingSet training, Search.Choice choice, int[] positions) {
    double[] logOdds = new double[positions.length];
    boolean[] late = new boolean[positions.length];
    for (int i = 0; i < positions.length; i++) {
      logOdds[i] = choice.logOdds()[positions[i]];
      late[i] = training.late()[choice.held()[positions[i]]];
    }
    return Calibration.fit(logOdds, late);
  }
}
