package org.feewise.assistant.command;

import java.util.Locale;
import java.util.stream.Collectors;
import org.feewise.assistant.embedded.StartupProblem;
import org.feewise.models.words.Words;

/** Speaks to the operator on standard error, in the language of the terminal. */
final class Terminal {
  private Terminal() {}

  static void print(String sentence) {
    System.err.println(sentence);
  }

  static void tell(String key, Object... arguments) {
    System.err.println(words().say(key, arguments));
  }

  /** What the innermost cause says, in one line. */
  static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().map(String::strip).collect(Collectors.joining(" "));
  }

  static Words words() {
    return Words.of(StartupProblem.class, "startup", Locale.getDefault());
  }
}
