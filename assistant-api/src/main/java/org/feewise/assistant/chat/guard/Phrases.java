package org.feewise.assistant.chat.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that no reply may have, read from {@code phrases.tsv}: reason, scope (a sentence or a part
 * of one), regular expression, and one that excuses it in the same sentence or part. A line LET
 * gives a list of words the name by which expressions have it in angle brackets.
 */
final class Phrases {
  private static final Pattern SENTENCE = Pattern.compile("[。！!？?\\n]|\\.(?=\\s|$)");
  private static final Pattern PART = Pattern.compile("[，,；;。！!？?\\n]|\\.(?=\\s|$)");
  private static final int FIELDS = 4;
  private static final String LET = "LET";
  private static final List<Rule> RULES = read();

  private Phrases() {}

  private record Rule(Reason reason, Pattern scope, Pattern words, Pattern excuse) {
    boolean isBrokenBy(String text, String rules) {
      return scope.splitAsStream(text).anyMatch(piece -> isSaid(piece, rules) && !isExcused(piece));
    }

    private boolean isSaid(String piece, String rules) {
      Matcher said = words.matcher(piece);
      return said.find() && !(reason == Reason.FIGURE && rules.contains(said.group()));
    }

    private boolean isExcused(String piece) {
      return excuse.matcher(piece).find();
    }
  }

  /**
   * Why a text in lower case may not be said.
   *
   * @param rules of the library that were found, whose own figures in words may be repeated
   */
  static Optional<Reason> breach(String text, String rules) {
    return RULES.stream()
        .filter(rule -> rule.isBrokenBy(text, rules))
        .map(Rule::reason)
        .findFirst();
  }

  private static List<Rule> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Phrases.class.getResourceAsStream("phrases.tsv"), StandardCharsets.UTF_8))) {
      Map<String, String> lists = new LinkedHashMap<>();
      List<Rule> rules = new ArrayList<>();
      for (String line : reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        String[] fields = written(line, lists).split("\t", FIELDS);
        if (fields[0].equals(LET)) {
          lists.put("<" + fields[1] + ">", "(?:" + fields[2] + ")");
        } else {
          rules.add(rule(fields));
        }
      }
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new UncheckedIOException("phrases.tsv cannot be read", e);
    }
  }

  private static String written(String line, Map<String, String> lists) {
    String written = line;
    for (Map.Entry<String, String> list : lists.entrySet()) {
      written = written.replace(list.getKey(), list.getValue());
    }
    return written;
  }

  private static Rule rule(String[] fields) {
    return new Rule(
        Reason.valueOf(fields[0]),
        fields[1].equals("sentence") ? SENTENCE : PART,
        Pattern.compile(fields[2]),
        Pattern.compile(
            fields.length < FIELDS || fields[FIELDS - 1].isBlank() ? "(?!)" : fields[FIELDS - 1]));
  }
}
