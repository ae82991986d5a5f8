package org.feewise.assistant.chat.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Other ways to say an utterance, so that the head learns what does not matter: how a message opens
 * and closes, and which of several words for one thing it has. The same for the same utterance;
 * none where a language has none.
 */
record Variants(Language language, List<String> lines) {

  static Variants of(Language language) {
    String file = "variants." + language.code() + ".txt";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Variants.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return new Variants(
          language,
          reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("variants in " + file + " cannot be read", e);
    }
  }

  /**
   * The utterance with an opening and a close, and where a word has others, with such a word.
   *
   * @param turn picks among the ways; consecutive numbers go through all of them
   */
  List<String> of(String utterance, int turn) {
    if (lines.isEmpty()) {
      return List.of();
    }
    String space = language == Language.ENGLISH ? " " : "";
    List<String> variants = new ArrayList<>();
    variants.add(pick("open: ", turn) + space + utterance + space + pick("close: ", turn / 2));
    String other = reworded(utterance, turn);
    if (!other.equals(utterance)) {
      variants.add(other);
    }
    return variants;
  }

  private String pick(String kind, int turn) {
    List<String> ways = ways(kind).flatMap(List::stream).toList();
    return ways.get(turn % ways.size());
  }

  /** Each word that has others once, at its first place, changed for the next of its group. */
  private String reworded(String utterance, int turn) {
    String text = utterance;
    for (List<String> group : ways("same: ").toList()) {
      for (String word : group) {
        int at = text.indexOf(word);
        if (at >= 0) {
          String other =
              group.get((group.indexOf(word) + 1 + turn % (group.size() - 1)) % group.size());
          text = text.substring(0, at) + other + text.substring(at + word.length());
          break;
        }
      }
    }
    return text;
  }

  private Stream<List<String>> ways(String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> Stream.of(line.substring(kind.length()).split(" \\| ", -1)).toList());
  }
}
