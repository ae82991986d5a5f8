package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.junit.jupiter.api.Test;

class FeatureEncoderTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(FeatureSchema.CURRENT_VERSION, List.of("age"), List.of("town"));

  private static FeatureEncoder learnt(int rows, IntFunction<String> town) {
    FeatureRow[] features = new FeatureRow[rows];
    boolean[] late = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      features[i] = new FeatureRow(new double[] {i}, new String[] {town.apply(i)});
      late[i] = i % 3 == 0 || ("" + town.apply(i)).endsWith("5");
    }
    TrainingSet training = new TrainingSet(SCHEMA, features, late, new double[rows], false);
    return FeatureEncoder.learn(training, name -> true).encoder();
  }

  private static double[] ofTown(FeatureEncoder encoder, String town) {
    double[] columns =
        encoder.encode(new FeatureRow(new double[] {Double.NaN}, new String[] {town}));
    double[] values = new double[columns.length - 2];
    System.arraycopy(columns, 2, values, 0, values.length);
    return values;
  }

  @Test
  void eachCommonValueOfACategoryOfFewHasAColumn() {
    String[] towns = {"west", "east", null};
    FeatureEncoder encoder = learnt(100, i -> i < 10 ? "rare" : towns[i % 3]);

    assertThat(ofTown(encoder, null)).containsExactly(1, 0, 0);
    assertThat(ofTown(encoder, "east")).containsExactly(0, 1, 0);
    assertThat(ofTown(encoder, "west")).containsExactly(0, 0, 1);
    assertThat(ofTown(encoder, "rare")).containsExactly(0, 0, 0);
    assertThat(ofTown(encoder, "never seen")).containsExactly(0, 0, 0);
  }

  @Test
  void twoValuesOrManyHaveNone() {
    assertThat(learnt(100, i -> i % 2 == 0 ? "a" : "b").columns()).isEqualTo(2);
    assertThat(learnt(1000, i -> "town " + i % 16).columns()).isEqualTo(2 + 16);
    assertThat(learnt(1000, i -> "town " + i % 17).columns()).isLessThanOrEqualTo(2);
  }

  @Test
  void whatColumnsSayIsAddedUpByFeature() {
    FeatureEncoder encoder = learnt(90, i -> "town " + i % 3);
    assertThat(encoder.names()).containsExactly("age", "town");
    assertThat(encoder.byFeature(new double[] {0.5, 1, 10, 100, 1000})).containsExactly(0.5, 1111);
  }
}
