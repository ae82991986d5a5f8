package org.feewise.assistant.bills.imports;

import java.io.PrintStream;
import java.time.Duration;
import org.feewise.models.words.Words;

/** Tells the progress of an import in lines, at most one every two seconds. */
final class ProgressLines implements ImportProgress {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Words words;
  private final PrintStream out;
  private long lastLine = System.nanoTime();
  private boolean slow;

  ProgressLines(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  @Override
  public void read(long rows) {
    if (System.nanoTime() - lastLine >= INTERVAL.toNanos()) {
      out.println(words.say("progress.read", "%,d".formatted(rows)));
      lastLine = System.nanoTime();
      slow = true;
    }
  }

  @Override
  public void writing(Step step, long rows) {
    if (slow) {
      String key =
          switch (step) {
            case CHECKING -> "progress.checking";
            case PAYERS -> "progress.payers";
            case BILLS -> "progress.bills";
            case PAYMENTS -> "progress.payments";
          };
      out.println(words.say(key, "%,d".formatted(rows)));
    }
  }
}
