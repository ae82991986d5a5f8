package org.feewise.assistant.chat.guard.lexicon;

import java.util.List;
import java.util.stream.Stream;

/**
 * The base forms that an English word may have. Plurals, third persons and possessives only: a
 * tense or a voice can be a claim ("settle", "settled"), so each stands in the lexicon itself.
 */
final class Inflection {
  private static final int SHORTEST = 4;

  private Inflection() {}

  /** What a word may be a form of, itself left out. */
  static List<String> bases(String word) {
    if (word.endsWith("'s")) {
      return List.of(word.substring(0, word.length() - 2));
    }
    if (word.length() < SHORTEST || !word.endsWith("s") || word.endsWith("ss")) {
      return List.of();
    }
    String bare = word.substring(0, word.length() - 1);
    return Stream.of(
            bare,
            word.endsWith("es") ? word.substring(0, word.length() - 2) : bare,
            word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : bare)
        .distinct()
        .toList();
  }
}
