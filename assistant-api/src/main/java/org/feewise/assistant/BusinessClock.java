package org.feewise.assistant;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock of the service: whatever asks for today asks this, in the business zone. */
final class BusinessClock {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.system(ZONE);
  }
}
