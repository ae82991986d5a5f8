package org.feewise.assistant.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.feewise.assistant.chat.reply.Stop;

/** The conversations in which a message is being answered here: one at a time in each. */
@ApplicationScoped
class TurnsUnderWay {
  /** A turn never takes longer; one whose caller vanished before it began frees its place then. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Clock clock;
  private final ConcurrentMap<String, Instant> begun = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Instant> stopped = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Stop> stops = new ConcurrentHashMap<>();

  TurnsUnderWay(Clock clock) {
    this.clock = clock;
  }

  /** Whether a turn may begin; it then holds the place until it ends. */
  boolean begin(String conversationId) {
    Instant now = clock.instant();
    begun.computeIfPresent(
        conversationId, (key, since) -> since.plus(LONGEST).isBefore(now) ? null : since);
    return begun.putIfAbsent(conversationId, now) == null;
  }

  /** What ends the work on a request that is stopped; pulled already where it was before. */
  Stop stopOf(Optional<String> requestId) {
    Stop stop = new Stop();
    requestId.ifPresent(
        id -> {
          stops.put(id, stop);
          if (isStopped(id)) {
            stop.pull();
          }
        });
    return stop;
  }

  void end(String conversationId, Optional<String> requestId) {
    requestId.ifPresent(stops::remove);
    begun.remove(conversationId);
  }

  /** Has the answer of a request, under way or about to begin, thrown away. */
  void stop(String requestId) {
    Instant now = clock.instant();
    stopped.values().removeIf(since -> since.plus(LONGEST).isBefore(now));
    stopped.put(requestId, now);
    Optional.ofNullable(stops.get(requestId)).ifPresent(Stop::pull);
  }

  boolean isStopped(String requestId) {
    return stopped.containsKey(requestId);
  }
}
