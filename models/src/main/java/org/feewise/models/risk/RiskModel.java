package org.feewise.models.risk;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.TreeShap;

/** A model of late payment: a described bill in, probability, expected days and reasons out. */
public final class RiskModel implements Serializable {
  private static final int REASONS = 3;
  private static final double FAINTEST = 0.01;

  private final String version;
  private final FeatureSchema schema;
  private final FittedModel fitted;
  private final Delay delay;
  private final TreeShap shap;

  RiskModel(String version, FeatureSchema schema, FittedModel fitted, Delay delay) {
    this.version = version;
    this.schema = schema;
    this.fitted = fitted;
    this.delay = delay;
    this.shap = new TreeShap(fitted.trees(), fitted.encoder().columns());
  }

  /** A model that knows nothing but how many are late: the same answer for every bill. */
  public static RiskModel baseRate(
      String version, FeatureSchema schema, double lateShare, double daysLate) {
    double logOdds = Math.log(lateShare / (1 - lateShare));
    return new RiskModel(
        version,
        schema,
        new FittedModel(
            FeatureEncoder.ofNothing(),
            CompiledTrees.constant(logOdds),
            LinearOdds.ofNothing(),
            0,
            Calibration.IDENTITY),
        Delay.constant(daysLate));
  }

  public String version() {
    return version;
  }

  public FeatureSchema schema() {
    return schema;
  }

  /** Calibrated probability in (0, 1) that the bill is paid late. */
  public double probability(FeatureRow row) {
    return fitted.probability(row);
  }

  /** The probabilities of many bills, each what {@link #probability} gives, in less time. */
  public double[] probabilities(List<FeatureRow> rows) {
    return fitted.probabilities(rows);
  }

  /** Probability, expected delay and the strongest reasons for one bill. */
  public Assessment assess(FeatureRow row) {
    double[] columns = fitted.encoder().encode(row);
    double probability = fitted.calibration().probability(fitted.logOdds(columns));
    double days = delay.days(fitted.encoder().forTrees(columns));
    return new Assessment(probability, probability * days, reasons(row, columns));
  }

  /**
   * How much each of the {@link #features} moved the calibrated log-odds of one bill, in their
   * order (Shapley values).
   */
  public double[] contributions(FeatureRow row) {
    return fitted.contributions(fitted.encoder().encode(row), shap);
  }

  /** Names of what it reads. */
  public List<String> features() {
    return fitted.encoder().names();
  }

  FittedModel fitted() {
    return fitted;
  }

  Delay delay() {
    return delay;
  }

  private List<RiskReason> reasons(FeatureRow row, double[] columns) {
    double[] contributions = fitted.contributions(columns, shap);
    return IntStream.range(0, contributions.length)
        .boxed()
        .filter(i -> Math.abs(contributions[i]) >= FAINTEST)
        .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
        .limit(REASONS)
        .map(
            i ->
                new RiskReason(
                    fitted.encoder().names().get(i),
                    fitted.encoder().text(row, i),
                    contributions[i]))
        .toList();
  }
}
