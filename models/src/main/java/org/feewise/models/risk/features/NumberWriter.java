package org.feewise.models.risk.features;

import java.util.Arrays;

/** Fills the numbers of a {@link FeatureRow} one after the other. */
final class NumberWriter {
  private final double[] numbers;
  private int at;

  NumberWriter(int size) {
    this.numbers = new double[size];
  }

  void write(double number) {
    numbers[at++] = number;
  }

  void write(double[] several) {
    System.arraycopy(several, 0, numbers, at, several.length);
    at += several.length;
  }

  void writeMissing(int count) {
    Arrays.fill(numbers, at, at + count, Double.NaN);
    at += count;
  }

  /**
   * All numbers.
   *
   * @throws IllegalStateException when some were not written
   */
  double[] finish() {
    if (at != numbers.length) {
      throw new IllegalStateException(at + " of " + numbers.length + " numbers were written");
    }
    return numbers;
  }
}
