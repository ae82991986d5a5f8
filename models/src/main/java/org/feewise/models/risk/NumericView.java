package org.feewise.models.risk;

import java.util.function.Predicate;
import org.feewise.models.risk.features.FeatureRow;

/** Described bills as columns of numbers, encoded as for the trees, for any other learner. */
public final class NumericView {
  private final FeatureEncoder encoder;
  private final double[][] training;

  private NumericView(FeatureEncoder encoder, double[][] training) {
    this.encoder = encoder;
    this.training = training;
  }

  /** Learns the encoding from training rows, with the named features that are wanted. */
  public static NumericView learn(TrainingSet training, Predicate<String> wanted) {
    FeatureEncoder.Learnt learnt = FeatureEncoder.learn(training, wanted);
    return new NumericView(learnt.encoder(), learnt.training());
  }

  public int columns() {
    return encoder.columns();
  }

  /** The training rows, NaN where a value is missing. */
  public double[][] training() {
    return training;
  }

  /** Another row, NaN where a value is missing. */
  public double[] encode(FeatureRow row) {
    return encoder.encode(row);
  }

  /** The same columns with the training median in place of missing values. */
  public double[] withoutGaps(double[] columns) {
    return encoder.forLines(columns);
  }
}
