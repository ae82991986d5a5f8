package org.feewise.assistant.paper;

import java.util.Locale;

/** How alike two bill numbers are, one of them read from a picture. */
final class Likeness {
  /** Pairs that pictures confuse, folded into one. */
  private static final String CONFUSED = "OILSBZQ";

  private static final String TAKEN_FOR = "0115820";

  private Likeness() {}

  /** A number with what looks alike made the same, and no punctuation. */
  static String folded(String number) {
    StringBuilder folded = new StringBuilder();
    for (char c : number.toUpperCase(Locale.ROOT).toCharArray()) {
      int at = CONFUSED.indexOf(c);
      if (at >= 0) {
        folded.append(TAKEN_FOR.charAt(at));
      } else if (Character.isLetterOrDigit(c)) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /** A number with its digits and its letters each made the same: its form. */
  static String form(String number) {
    return number.replaceAll("[0-9]", "9").replaceAll("\\p{L}", "A");
  }

  /** Levenshtein's distance, at most {@code most + 1}. */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return Math.min(row[other.length()], most + 1);
  }
}
