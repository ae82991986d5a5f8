package org.feewise.models.risk;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as people read it: at most four significant digits, no exponent. */
final class PlainNumber {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private PlainNumber() {}

  static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }
}
