package org.feewise.models.risk;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A thread for each processor, for parts of a task that need nothing of each other. Smile keeps its
 * random numbers by thread and some of its own work in the common pool, so a part is never
 * interrupted by another.
 */
final class Workers implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("feewise-learning-", 0).factory());

  /** What each part gives, the first first, whichever is done first. */
  <T> List<T> each(int parts, IntFunction<T> part) {
    List<Callable<T>> tasks =
        IntStream.range(0, parts).<Callable<T>>mapToObj(i -> () -> part.apply(i)).toList();
    try {
      return threads.invokeAll(tasks).stream().map(Workers::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while learning", e);
    }
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while learning", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("learning failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
