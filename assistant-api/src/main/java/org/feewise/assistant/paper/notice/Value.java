package org.feewise.assistant.paper.notice;

/**
 * An amount, a day, a period or a number where it stands.
 *
 * @param text in the form it is told in
 * @param mended whether a character was read as another one that looks like it
 */
record Value(Kind kind, String text, Spot spot, boolean mended) {
  enum Kind {
    AMOUNT,
    DAY,
    PERIOD,
    NUMBER
  }

  boolean fits(Field field) {
    return switch (kind) {
      case AMOUNT -> field.isAmount();
      case DAY -> field.isDay();
      case PERIOD -> field == Field.PERIOD;
      case NUMBER -> field == Field.NUMBER;
    };
  }
}
