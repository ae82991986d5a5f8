package org.feewise.models.fees;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * Works out what a hand-computed case writes down: sums of products, {@code min} and {@code max}.
 */
final class Arithmetic {
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private Arithmetic(String text) {
    try (Scanner words = new Scanner(text.replaceAll("([(),])", " $1 "))) {
      words.forEachRemaining(tokens::add);
    }
  }

  static BigDecimal valueOf(String text) {
    Arithmetic arithmetic = new Arithmetic(text);
    BigDecimal value = arithmetic.sum();
    if (arithmetic.next != arithmetic.tokens.size()) {
      throw new IllegalArgumentException("cannot read " + text);
    }
    return value;
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (accept("+")) {
      value = value.add(product());
    }
    return value;
  }

  private BigDecimal product() {
    BigDecimal value = factor();
    while (accept("×")) {
      value = value.multiply(factor());
    }
    return value;
  }

  private BigDecimal factor() {
    String token = tokens.get(next++);
    return switch (token) {
      case "min" -> pair()[0];
      case "max" -> pair()[1];
      default -> new BigDecimal(token);
    };
  }

  /** The two sums in brackets, the smaller first. */
  private BigDecimal[] pair() {
    expect("(");
    BigDecimal one = sum();
    expect(",");
    BigDecimal other = sum();
    expect(")");
    return new BigDecimal[] {one.min(other), one.max(other)};
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalArgumentException(token + " is missing at " + next + " of " + tokens);
    }
  }

  private boolean accept(String token) {
    boolean there = next < tokens.size() && tokens.get(next).equals(token);
    next += there ? 1 : 0;
    return there;
  }
}
