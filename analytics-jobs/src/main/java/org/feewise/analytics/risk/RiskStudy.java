package org.feewise.analytics.risk;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.feewise.analytics.history.MappedBills;
import org.feewise.analytics.risk.peers.Peers;
import org.feewise.models.risk.Assessment;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.measures.Predictions;

/**
 * A risk model learnt from the earlier bills of a table, to be looked at on the later ones: what it
 * said of each, why, and what simpler ways said.
 */
public final class RiskStudy {
  private static final String VERSION = "study";

  private final List<BillStory> bills;
  private final TrainingSet training;
  private final TrainingSet tested;
  private final RiskModel model;
  private final double[] ofLine;

  /**
   * How to study.
   *
   * @param testShare share of the bills, the newest by day of issue, that is tested, in (0, 1)
   * @param searchRows most rows used to choose how trees grow, the newest
   */
  public record Plan(double testShare, int searchRows, long seed) {
    public Plan {
      if (!(testShare > 0 && testShare < 1)) {
        throw new IllegalArgumentException("test share " + testShare + " is not between 0 and 1");
      }
    }
  }

  private RiskStudy(
      List<BillStory> bills,
      TrainingSet training,
      TrainingSet tested,
      RiskModel model,
      double[] ofLine) {
    this.bills = bills;
    this.training = training;
    this.tested = tested;
    this.model = model;
    this.ofLine = ofLine;
  }

  /**
   * Learns from the earlier bills.
   *
   * @param source bills that all have a day of issue
   * @param log told how it goes, one line a step
   * @throws IllegalArgumentException when the earlier bills hold too little to learn from, or no
   *     bill is left to test
   */
  public static RiskStudy of(MappedBills source, Plan plan, Consumer<String> log) {
    Described described = Described.of(source);
    Partition partition = Partition.temporal(source, plan.testShare());
    if (partition.test().length == 0) {
      throw new IllegalArgumentException(
          "%d bills leave none to test".formatted(source.bills().size()));
    }
    TrainingSet training = described.training(partition.training(), true);
    TrainingSet tested = described.training(partition.test(), true);
    boolean seasons = partition.coversSeasons(source);
    RiskTrainer trainer =
        new RiskTrainer(new RiskTrainer.Options(plan.seed(), 1, plan.searchRows(), seasons), log);
    RiskModel model = trainer.model(VERSION, training, trainer.learn(training).fitted());
    return new RiskStudy(
        Arrays.stream(partition.test()).mapToObj(source.bills()::get).toList(),
        training,
        tested,
        model,
        new Peers(training, FeatureSchema.readable(seasons)).logisticRegression(tested.rows()));
  }

  /** How many bills were learnt from. */
  public int learntFrom() {
    return training.size();
  }

  /** The bills tested, in order of issue; every list and array here follows it. */
  public List<BillStory> tested() {
    return bills;
  }

  /** What the model says of the bills tested. */
  public Predictions ofModel() {
    return new Predictions(model.probabilities(List.of(tested.rows())), tested.late());
  }

  /** What a logistic regression on the same features says of them. */
  public Predictions ofLogisticRegression() {
    return new Predictions(ofLine.clone(), tested.late());
  }

  /** The payer's own late share before each bill, everybody's for a payer without any. */
  public Predictions ofPastLateShare() {
    return new Predictions(Peers.pastLateShare(training, tested.rows()), tested.late());
  }

  /** What the model says of one tested bill, with its strongest reasons. */
  public Assessment assess(int which) {
    return model.assess(tested.rows()[which]);
  }

  /** Mean absolute Shapley value of each feature over the bills tested, the largest first. */
  public Map<String, Double> strengths() {
    double[] sums = new double[model.features().size()];
    for (FeatureRow row : tested.rows()) {
      double[] contributions = model.contributions(row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Math.abs(contributions[i]);
      }
    }
    Map<String, Double> strengths = new LinkedHashMap<>();
    IntStream.range(0, sums.length)
        .boxed()
        .sorted(comparingDouble(i -> -sums[i]))
        .forEach(i -> strengths.put(model.features().get(i), sums[i] / tested.size()));
    return strengths;
  }
}
