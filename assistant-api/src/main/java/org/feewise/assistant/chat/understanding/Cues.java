package org.feewise.assistant.chat.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Named wordings of a language, such as those that speak of somebody else, in a fixed order. */
record Cues(List<Cue> all) {
  private record Cue(String name, Pattern pattern) {}

  static Cues of(Language language) {
    String file = "cues." + language.code() + ".txt";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Cues.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return new Cues(
          reader
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(Cues::cue)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cues in " + file + " cannot be read", e);
    }
  }

  private static Cue cue(String line) {
    int colon = line.indexOf(": ");
    return new Cue(line.substring(0, colon), Pattern.compile(line.substring(colon + 2)));
  }

  int count() {
    return all.size();
  }

  /** The positions of the cues that a text has. */
  BitSet in(String text) {
    BitSet found = new BitSet(all.size());
    IntStream.range(0, all.size())
        .filter(i -> all.get(i).pattern.matcher(text).find())
        .forEach(found::set);
    return found;
  }

  /** Whether the cue of a name is among those found. */
  boolean has(String name, BitSet found) {
    int position =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).name.equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("cue \"" + name + "\" is not known"));
    return found.get(position);
  }

  /** The names and patterns as text, for the fingerprint of what a head was trained with. */
  String description() {
    StringBuilder text = new StringBuilder();
    all.forEach(cue -> text.append(cue.name).append(cue.pattern).append('\n'));
    return text.toString();
  }
}
