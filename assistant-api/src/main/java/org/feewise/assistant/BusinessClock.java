package org.feewise.assistant;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The one clock of the service: whatever asks for today asks this, in the business zone. It ticks
 * in microseconds, the precision that PostgreSQL keeps, so that what is read back equals what was
 * told.
 */
final class BusinessClock {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration TICK = Duration.ofNanos(1_000);

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.tick(Clock.system(ZONE), TICK);
  }
}
