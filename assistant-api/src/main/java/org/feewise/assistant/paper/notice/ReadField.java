package org.feewise.assistant.paper.notice;

/**
 * One thing that was read.
 *
 * @param value as plain text: a code, a number, a name, an amount like 86.40, a day like 2026-10-05
 * @param line the part of the paper it was read from
 * @param confidence how sure the reading is, 0 to 1, two places
 */
public record ReadField(Field field, String value, String line, double confidence) {
  public ReadField {
    confidence = Math.round(Math.clamp(confidence, 0, 1) * 100) / 100.0;
  }

  /** The confidence as whole percent, for pages. */
  public String percent() {
    return Long.toString(Math.round(confidence * 100));
  }
}
