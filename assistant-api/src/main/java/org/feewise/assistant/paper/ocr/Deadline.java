package org.feewise.assistant.paper.ocr;

import java.time.Duration;

/** The moment by which something must be done. */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** That much time from now on. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * Goes on only while there is time.
   *
   * @throws ReadingTooLongException when there is none left
   */
  public void check() {
    if (System.nanoTime() - end > 0) {
      throw new ReadingTooLongException();
    }
  }
}
