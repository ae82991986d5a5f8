package org.feewise.analytics.risk.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Times contenders in turn, round after round, so that what else the machine does hits all alike.
 */
final class Rounds<E extends Exception> {
  private final LongSupplier nanoseconds;
  private final List<Contender<E>> contenders = new ArrayList<>();

  private Rounds(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Times by the clock on the wall, for work on several threads. */
  static <E extends Exception> Rounds<E> byTheClock() {
    return new Rounds<>(System::nanoTime);
  }

  /** Times what this thread had of a processor: waiting for one that others use does not count. */
  static <E extends Exception> Rounds<E> byProcessorTime() {
    return new Rounds<>(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  /** What a contender needs beforehand, not timed, and what is timed of it. */
  interface Work<E extends Exception> {
    default void prepare() throws E {}

    void run() throws E;

    default void finish() throws E {}
  }

  /** One contender with its fastest round so far. */
  static final class Contender<E extends Exception> {
    private final String name;
    private final int count;
    private final Work<E> work;
    private double seconds = Double.POSITIVE_INFINITY;

    private Contender(String name, int count, Work<E> work) {
      this.name = name;
      this.count = count;
      this.work = work;
    }

    /** Of the fastest round. */
    double seconds() {
      return seconds;
    }

    /** Things done a second in the fastest round. */
    double perSecond() {
      return count / seconds;
    }

    private double round(LongSupplier nanoseconds) throws E {
      work.prepare();
      try {
        long start = nanoseconds.getAsLong();
        work.run();
        return (nanoseconds.getAsLong() - start) / 1e9;
      } finally {
        work.finish();
      }
    }
  }

  /**
   * Enters one more contender.
   *
   * @param count how many things it does in a round
   */
  Contender<E> enter(String name, int count, Work<E> work) {
    Contender<E> contender = new Contender<>(name, count, work);
    contenders.add(contender);
    return contender;
  }

  /** Runs rounds that are not timed, then those that are. */
  void run(int warmUp, int rounds, Consumer<String> log) throws E {
    for (int round = 0; round < warmUp + rounds; round++) {
      for (Contender<E> contender : contenders) {
        double seconds = contender.round(nanoseconds);
        if (round >= warmUp) {
          contender.seconds = Math.min(contender.seconds, seconds);
        }
      }
    }
    for (Contender<E> contender : contenders) {
      log.accept("%s: %,.0f a second".formatted(contender.name, contender.perSecond()));
    }
  }
}
