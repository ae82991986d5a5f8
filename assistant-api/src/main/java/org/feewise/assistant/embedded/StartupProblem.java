package org.feewise.assistant.embedded;

import java.util.Locale;
import org.feewise.models.words.Words;

/** A reason why nothing could be started, told to the operator in one sentence. */
public final class StartupProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param key of the sentence in the bundle {@code startup}
   * @param arguments what the sentence names: a folder, a port, a process
   */
  public StartupProblem(String key, Object... arguments) {
    super(Words.of(StartupProblem.class, "startup", Locale.getDefault()).say(key, arguments));
  }

  StartupProblem(Throwable cause, String key, Object... arguments) {
    this(key, arguments);
    initCause(cause);
  }
}
