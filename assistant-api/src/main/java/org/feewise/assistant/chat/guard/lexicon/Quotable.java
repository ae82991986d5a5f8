package org.feewise.assistant.chat.guard.lexicon;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that a reply may repeat as they stand: whole runs of a clause, never single words of it.
 */
final class Quotable {
  private static final int HAN = 5;
  private static final int WORDS = 4;

  private final int run;
  private final Set<List<String>> runs = new HashSet<>();

  Quotable(Collection<String> texts, boolean chinese) {
    run = chinese ? HAN : WORDS;
    for (String text : texts) {
      for (List<String> clause : Symbols.clauses(text)) {
        for (int at = 0; at + run <= clause.size(); at++) {
          runs.add(List.copyOf(clause.subList(at, at + run)));
        }
      }
    }
  }

  /** Which symbols of a clause stand in a run that is repeated. */
  boolean[] quoted(List<String> clause) {
    boolean[] quoted = new boolean[clause.size()];
    for (int at = 0; at + run <= clause.size(); at++) {
      if (runs.contains(clause.subList(at, at + run))) {
        java.util.Arrays.fill(quoted, at, at + run, true);
      }
    }
    return quoted;
  }
}
