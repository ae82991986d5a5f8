package org.feewise.assistant.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts failed sign-ins of an account and of an address, and closes the door for a while. */
@ApplicationScoped
class SignInAttempts {
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final int allowed;
  private final Duration window;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  SignInAttempts(
      Clock clock,
      @ConfigProperty(name = "feewise.identity.failed-sign-ins") int allowed,
      @ConfigProperty(name = "feewise.identity.failed-sign-ins-window") Duration window) {
    this.clock = clock;
    this.allowed = allowed;
    this.window = window;
  }

  /** How long to wait before the next attempt is looked at; empty when it is now. */
  synchronized Optional<Duration> closedFor(String who) {
    Deque<Instant> times = recent(who);
    return times.size() < allowed
        ? Optional.empty()
        : Optional.of(Duration.between(clock.instant(), times.getFirst().plus(window)));
  }

  synchronized void failed(String who) {
    if (failures.size() >= REMEMBERED) {
      failures.values().removeIf(times -> times.getLast().isBefore(windowStart()));
    }
    failures.computeIfAbsent(who, name -> new ArrayDeque<>()).addLast(clock.instant());
  }

  synchronized void succeeded(String who) {
    failures.remove(who);
  }

  private Deque<Instant> recent(String who) {
    Deque<Instant> times = failures.getOrDefault(who, new ArrayDeque<>());
    while (!times.isEmpty() && times.getFirst().isBefore(windowStart())) {
      times.removeFirst();
    }
    if (times.isEmpty()) {
      failures.remove(who);
    }
    return times;
  }

  private Instant windowStart() {
    return clock.instant().minus(window);
  }
}
