package org.feewise.assistant.chat.evaluation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.feewise.models.words.Words;

/** Tells in lines how many turns have been answered, at most one every two seconds. */
final class ProgressLines implements IntConsumer {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Words words;
  private final PrintStream out;
  private long lastLine = System.nanoTime();

  ProgressLines(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  @Override
  public void accept(int turns) {
    if (System.nanoTime() - lastLine >= INTERVAL.toNanos()) {
      out.println(words.say("progress", Integer.toString(turns)));
      lastLine = System.nanoTime();
    }
  }
}
