package org.feewise.assistant.chat.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
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

  /** Hands over the position of each cue that the text has. */
  void in(String text, IntConsumer found) {
    IntStream.range(0, all.size())
        .filter(i -> all.get(i).pattern.matcher(text).find())
        .forEach(found);
  }

  /** Whether the text has the cue of a name. */
  boolean has(String name, String text) {
    Optional<Cue> cue = all.stream().filter(c -> c.name.equals(name)).findFirst();
    return cue.orElseThrow(() -> new IllegalArgumentException("cue \"" + name + "\" is not known"))
        .pattern
        .matcher(text)
        .find();
  }

  /** The names and patterns as text, for the fingerprint of what a head was trained with. */
  String description() {
    StringBuilder text = new StringBuilder();
    all.forEach(cue -> text.append(cue.name).append(cue.pattern).append('\n'));
    return text.toString();
  }
}
