package org.feewise.assistant;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The service's clock in tests: it runs like any other until a test makes it stand. */
@Singleton
public class TestClock extends Clock {
  private static final ZoneId ZONE = BusinessClock.ZONE;

  private volatile Instant stands;

  /** Stands at this moment, Asia/Shanghai, until it is moved. */
  public void standAt(LocalDateTime moment) {
    stands = moment.atZone(ZONE).toInstant();
  }

  /** Moves a standing clock. */
  public void forward(Duration time) {
    stands = stands.plus(time);
  }

  /** Runs again. */
  public void run() {
    stands = null;
  }

  @Override
  public Instant instant() {
    return stands == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : stands;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return TestClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return TestClock.this.withZone(other);
      }
    };
  }
}
