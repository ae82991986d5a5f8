package org.feewise.assistant.firstrun;

import java.util.Arrays;
import java.util.Locale;
import org.feewise.models.words.Words;

/** Shows the operator, on standard error, how far the first run is. */
final class Progress {
  private Progress() {}

  static void tell(String key, Object... arguments) {
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    System.err.println(Words.of(Progress.class, "progress", Locale.getDefault()).say(key, texts));
  }

  /** A line that a job printed. */
  static void show(String job, String line) {
    System.err.println("  " + job + " | " + line);
  }
}
