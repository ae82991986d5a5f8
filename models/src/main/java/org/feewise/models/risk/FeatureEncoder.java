package org.feewise.models.risk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;

/**
 * Turns a described bill into the numbers that trees read, as learnt on training rows alone.
 *
 * @param numbers indices of the schema's numbers in use
 * @param categories indices of the schema's categories in use
 * @param rates of each category in use
 * @param whenMissing the value that stands for a missing one, by column: below all others
 * @param usual median by column, for models that need one in place of a missing value
 */
record FeatureEncoder(
    List<String> names,
    int[] numbers,
    int[] categories,
    List<CategoryRates> rates,
    double[] whenMissing,
    double[] usual)
    implements Serializable {

  /**
   * What was learnt.
   *
   * @param training the columns of the training rows themselves, NaN where a number is missing;
   *     among many categories a row's own label does not show in them
   */
  record Learnt(FeatureEncoder encoder, double[][] training) {}

  /** Learns the encoding; columns that never vary and names that are not wanted are left out. */
  static Learnt learn(TrainingSet training, Predicate<String> wanted) {
    FeatureSchema schema = training.schema();
    List<String> names = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Double> missing = new ArrayList<>();
    List<Double> usual = new ArrayList<>();
    for (int i = 0; i < schema.numbers().size(); i++) {
      ColumnSummary column = ColumnSummary.of(training.rows(), i);
      if (column.varies() && wanted.test(schema.numbers().get(i))) {
        numbers.add(i);
        names.add(schema.numbers().get(i));
        missing.add(column.belowAll());
        usual.add(column.median());
      }
    }
    double share = (double) training.lateCount() / training.size();
    List<Integer> categories = new ArrayList<>();
    List<CategoryRates> rates = new ArrayList<>();
    List<double[]> encoded = new ArrayList<>();
    for (int i = 0; i < schema.categories().size(); i++) {
      CategoryRates.Learnt learnt =
          CategoryRates.learn(values(training, i), training.late(), share);
      if (learnt.tells() && wanted.test(schema.categories().get(i))) {
        categories.add(i);
        rates.add(learnt.rates());
        encoded.add(learnt.ofTraining());
        names.add(schema.categories().get(i));
        missing.add(share);
        usual.add(share);
      }
    }
    FeatureEncoder encoder =
        new FeatureEncoder(
            names, ints(numbers), ints(categories), rates, doubles(missing), doubles(usual));
    double[][] columns = new double[training.size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = encoder.encode(training.rows()[i]);
      for (int c = 0; c < encoded.size(); c++) {
        columns[i][numbers.size() + c] = encoded.get(c)[i];
      }
    }
    return new Learnt(encoder, columns);
  }

  /** An encoding without any column. */
  static FeatureEncoder ofNothing() {
    return new FeatureEncoder(
        List.of(), new int[0], new int[0], List.of(), new double[0], new double[0]);
  }

  int columns() {
    return names.size();
  }

  /** The columns of one bill, NaN where a number is missing. */
  double[] encode(FeatureRow row) {
    double[] columns = new double[columns()];
    for (int i = 0; i < numbers.length; i++) {
      columns[i] = row.numbers()[numbers[i]];
    }
    for (int i = 0; i < categories.length; i++) {
      columns[numbers.length + i] = rates.get(i).of(row.categories()[categories[i]]);
    }
    return columns;
  }

  /** What a column said about this bill, as plain text. */
  String text(FeatureRow row, int column) {
    if (column >= numbers.length) {
      String value = row.categories()[categories[column - numbers.length]];
      return value == null ? "" : value;
    }
    double value = row.numbers()[numbers[column]];
    return Double.isNaN(value) ? "" : PlainNumber.of(value);
  }

  double[] forTrees(double[] columns) {
    return filled(columns, whenMissing);
  }

  double[] forLines(double[] columns) {
    return filled(columns, usual);
  }

  private static double[] filled(double[] columns, double[] values) {
    double[] filled = columns.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = values[i];
      }
    }
    return filled;
  }

  private static String[] values(TrainingSet training, int category) {
    String[] values = new String[training.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = training.rows()[i].categories()[category];
    }
    return values;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
