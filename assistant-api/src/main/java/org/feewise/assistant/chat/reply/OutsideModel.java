package org.feewise.assistant.chat.reply;

import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A configured language model that words replies; one that keeps failing is left alone a while. */
public final class OutsideModel {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideModel.class);
  private static final int LAST_ATTEMPTS = 3;
  private static final double MOST_FAILED = 0.6;

  private final Supplier<Line> lines;
  private final Duration patience;
  private final TypedGuard<String> breaker;

  /**
   * @param lines makes the model anew for each reply
   * @param patience how long it may take for one reply, tools included
   * @param rest how long it is left alone once two of three attempts failed
   */
  public OutsideModel(Supplier<Line> lines, Duration patience, Duration rest) {
    this.lines = lines;
    this.patience = patience;
    this.breaker =
        TypedGuard.create(String.class)
            .withCircuitBreaker()
            .requestVolumeThreshold(LAST_ATTEMPTS)
            .failureRatio(MOST_FAILED)
            .skipOn(StoppedException.class)
            .delay(rest.toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
  }

  Attempt attempt(Stop stop) {
    return new Attempt(lines.get(), patience, stop);
  }

  /**
   * What an attempt brings; nothing when it fails or is not made.
   *
   * @throws StoppedException when it was stopped, which is not held against the model
   */
  Optional<String> unlessItFails(Callable<String> attempt) {
    try {
      return Optional.of(breaker.call(attempt));
    } catch (CircuitBreakerOpenException left) {
      LOG.debug("the model is left alone: it kept failing");
      return Optional.empty();
    } catch (StoppedException stopped) {
      throw stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception e) {
      LOG.warn("the model gave no reply: {}", e.toString());
      return Optional.empty();
    }
  }
}
