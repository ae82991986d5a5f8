package org.feewise.models.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount of Chinese yuan held as a whole number of fen (1/100 CNY), so that sums are exact.
 *
 * <p>As text and JSON it is a decimal string with two places: {@code "120.50"}. Amounts may be
 * negative (a discount); where a negative amount makes no sense the receiving type refuses it.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  public static Money ofFen(long fen) {
    return fen == 0 ? ZERO : new Money(fen);
  }

  /** An amount of whole yuan. */
  public static Money ofYuan(long yuan) {
    return ofFen(Math.multiplyExact(yuan, 100L));
  }

  /**
   * Reads a plain decimal number of yuan with at most two places, such as {@code "1200"} or {@code
   * "8.64"}.
   *
   * @throws IllegalArgumentException when the text is not such a number or has fractions of a fen
   */
  @JsonCreator
  public static Money parse(String yuan) {
    Objects.requireNonNull(yuan, "amount");
    try {
      return ofFen(new BigDecimal(yuan.strip()).movePointRight(2).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount \"" + yuan + "\" is not a number of yuan with at most two decimal places", e);
    }
  }

  /** The amount of yuan rounded half up to the fen: the rounding the fee law names. */
  public static Money roundHalfUp(BigDecimal yuan) {
    return ofFen(yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  public Money plus(Money other) {
    return ofFen(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return ofFen(Math.subtractExact(fen, other.fen));
  }

  public Money negated() {
    return ofFen(Math.negateExact(fen));
  }

  /** This amount times a rate, unrounded, in yuan; the caller names the rounding. */
  public BigDecimal times(BigDecimal rate) {
    return toYuan().multiply(rate);
  }

  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  public Money max(Money other) {
    return fen >= other.fen ? this : other;
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isPositive() {
    return fen > 0;
  }

  public boolean isNegative() {
    return fen < 0;
  }

  /** The amount in yuan, scale 2. */
  public BigDecimal toYuan() {
    return BigDecimal.valueOf(fen, 2);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** The amount as a plain decimal number of yuan with two places. */
  @Override
  @JsonValue
  public String toString() {
    return toYuan().toPlainString();
  }
}
