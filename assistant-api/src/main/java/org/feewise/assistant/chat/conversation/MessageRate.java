package org.feewise.assistant.chat.conversation;

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

/** Bounds how many messages a citizen may send in any minute. */
@ApplicationScoped
public class MessageRate {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final int allowed;
  private final Map<String, Deque<Instant>> sent = new HashMap<>();

  public MessageRate(
      Clock clock, @ConfigProperty(name = "feewise.chat.messages-per-minute") int allowed) {
    this.clock = clock;
    this.allowed = allowed;
  }

  /**
   * Counts a message; when it is one too many, it is not counted and this says how long to wait.
   */
  public synchronized Optional<Duration> count(String citizenId) {
    Instant now = clock.instant();
    Instant start = now.minus(WINDOW);
    if (sent.size() >= REMEMBERED) {
      sent.values().removeIf(times -> !times.getLast().isAfter(start));
    }
    Deque<Instant> times = sent.computeIfAbsent(citizenId, id -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().isAfter(start)) {
      times.removeFirst();
    }
    if (times.size() >= allowed) {
      return Optional.of(Duration.between(start, times.getFirst()));
    }
    times.addLast(now);
    return Optional.empty();
  }
}
