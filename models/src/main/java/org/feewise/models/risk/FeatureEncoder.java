package org.feewise.models.risk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;

/**
 * Turns a described bill into the numbers that trees read, as learnt on training rows alone: one
 * column for each feature in use, then one of 0 and 1 for each value of a category of a few.
 *
 * @param names of the features in use, numbers first
 * @param numbers indices of the schema's numbers in use
 * @param categories indices of the schema's categories in use
 * @param rates of each category in use
 * @param values those with a column of their own
 * @param whenMissing the value that stands for a missing one, by feature: below all others
 * @param usual median by feature, for models that need one in place of a missing value
 */
record FeatureEncoder(
    List<String> names,
    int[] numbers,
    int[] categories,
    List<CategoryRates> rates,
    List<Value> values,
    double[] whenMissing,
    double[] usual)
    implements Serializable {
  private static final int FEWEST_VALUES = 3;
  private static final int MOST_VALUES = 16;
  private static final int FEWEST_ROWS = 20;

  /**
   * A value of a category with a column of its own.
   *
   * @param category which of the categories in use
   * @param text {@code ""} where it is missing
   */
  record Value(int category, String text) implements Serializable {}

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
    List<Value> ofFew = new ArrayList<>();
    List<double[]> encoded = new ArrayList<>();
    for (int i = 0; i < schema.categories().size(); i++) {
      String[] texts = texts(training, i);
      CategoryRates.Learnt learnt = CategoryRates.learn(texts, training.late(), share);
      if (learnt.tells() && wanted.test(schema.categories().get(i))) {
        common(texts).forEach(text -> ofFew.add(new Value(categories.size(), text)));
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
            names, ints(numbers), ints(categories), rates, ofFew, doubles(missing), doubles(usual));
    double[][] columns = new double[training.size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = encoder.encode(training.rows()[i]);
      for (int c = 0; c < encoded.size(); c++) {
        columns[i][numbers.size() + c] = encoded.get(c)[i];
      }
    }
    return new Learnt(encoder, columns);
  }

  /** The values of a category of few that are common enough for a column; none of others. */
  private static List<String> common(String[] texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      counts.merge(CategoryRates.key(text), 1, Integer::sum);
    }
    return counts.size() < FEWEST_VALUES || counts.size() > MOST_VALUES
        ? List.of()
        : counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= FEWEST_ROWS)
            .map(Map.Entry::getKey)
            .toList();
  }

  /** An encoding without any column. */
  static FeatureEncoder ofNothing() {
    return new FeatureEncoder(
        List.of(), new int[0], new int[0], List.of(), List.of(), new double[0], new double[0]);
  }

  int columns() {
    return names.size() + values.size();
  }

  /** What the columns say, added up by feature. */
  double[] byFeature(double[] ofColumns) {
    double[] sums = Arrays.copyOf(ofColumns, names.size());
    for (int i = 0; i < values.size(); i++) {
      sums[numbers.length + values.get(i).category()] += ofColumns[names.size() + i];
    }
    return sums;
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
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      String text = CategoryRates.key(row.categories()[categories[value.category()]]);
      columns[names.size() + i] = text.equals(value.text()) ? 1 : 0;
    }
    return columns;
  }

  /** What a feature is of this bill, as plain text. */
  String text(FeatureRow row, int feature) {
    if (feature >= numbers.length) {
      return CategoryRates.key(row.categories()[categories[feature - numbers.length]]);
    }
    double value = row.numbers()[numbers[feature]];
    return Double.isNaN(value) ? "" : PlainNumber.of(value);
  }

  double[] forTrees(double[] columns) {
    return filled(columns, whenMissing);
  }

  /** Without the columns of single values, of which a line would have too many. */
  double[] forLines(double[] columns) {
    return filled(Arrays.copyOf(columns, names.size()), usual);
  }

  private static double[] filled(double[] columns, double[] replacements) {
    double[] filled = columns.clone();
    for (int i = 0; i < replacements.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = replacements[i];
      }
    }
    return filled;
  }

  private static String[] texts(TrainingSet training, int category) {
    return Arrays.stream(training.rows())
        .map(row -> row.categories()[category])
        .toArray(String[]::new);
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
