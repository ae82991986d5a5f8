package org.feewise.models.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;

/**
 * Described bills whose outcome is known.
 *
 * @param rows in order of time where {@code temporal}
 * @param late whether each was paid late
 * @param daysLate days after the due date, NaN where unknown
 * @param temporal whether later rows are later bills
 */
public record TrainingSet(
    FeatureSchema schema, FeatureRow[] rows, boolean[] late, double[] daysLate, boolean temporal) {

  public TrainingSet {
    if (rows.length != late.length || rows.length != daysLate.length) {
      throw new IllegalArgumentException(
          rows.length + " rows, " + late.length + " labels, " + daysLate.length + " delays");
    }
  }

  public int size() {
    return rows.length;
  }

  public int lateCount() {
    return (int) IntStream.range(0, late.length).filter(i -> late[i]).count();
  }

  /** Whether there is anything to learn: both outcomes, and some rows of each. */
  public boolean isLearnable() {
    return lateCount() >= 10 && size() - lateCount() >= 10;
  }

  public TrainingSet subset(int[] indices) {
    FeatureRow[] someRows = new FeatureRow[indices.length];
    boolean[] someLate = new boolean[indices.length];
    double[] someDays = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      someRows[i] = rows[indices[i]];
      someLate[i] = late[indices[i]];
      someDays[i] = daysLate[indices[i]];
    }
    return new TrainingSet(schema, someRows, someLate, someDays, temporal);
  }

  /** SHA-256 over every value and label, so that a card names the rows it was trained on. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < rows.length; i++) {
        double[] numbers = rows[i].numbers();
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length + 1);
        for (double number : numbers) {
          bytes.putDouble(number);
        }
        digest.update(bytes.put((byte) (late[i] ? 1 : 0)).array());
        for (String category : rows[i].categories()) {
          digest.update(String.valueOf(category).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
