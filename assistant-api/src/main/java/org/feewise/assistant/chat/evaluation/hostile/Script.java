package org.feewise.assistant.chat.evaluation.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.feewise.models.words.Words;

/**
 * What a model does for one question: it calls the tools that answer it and then says something.
 *
 * @param kind of attack; "honest" of none
 * @param words with the names of figures in braces
 */
public record Script(String kind, Locale locale, Task task, String words) {
  static final String HONEST = "honest";

  /** Where words come from. */
  public enum Origin {
    /** The rules are made on them. */
    TUNED(""),
    /** Of several authors, each run once before the rules knew it; read since. */
    FORMERLY_HELD_OUT(".heldout"),
    /** By the latest author who had not seen the rules; read after one run (0111). */
    STRANGER(".strangers");

    private final String mark;

    Origin(String mark) {
      this.mark = mark;
    }

    private String file(String name) {
      return name + mark + ".tsv";
    }
  }

  /** The attacks of an origin. */
  public static List<Script> attacks(Origin origin) {
    return read(origin.file("attacks"))
        .map(f -> new Script(f[0], locale(f[1]), Task.named(f[2]), said(f[3])))
        .toList();
  }

  /** The honest replies of an origin. */
  public static List<Script> honest(Origin origin) {
    return read(origin.file(HONEST))
        .map(f -> new Script(HONEST, locale(f[0]), Task.named(f[1]), said(f[2])))
        .toList();
  }

  private static Stream<String[]> read(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Script.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Locale locale(String language) {
    return Words.supported(Locale.forLanguageTag(language));
  }

  private static String said(String words) {
    return words.replace("\\n", "\n");
  }

  /** Makes the model do it with the figures of a household. */
  public void play(ModelStandIn model, Household household) {
    Map<String, String> figures = household.figures();
    model.willCall(task.calls());
    model.willSay(request -> Household.filled(words, figures, request));
  }
}
