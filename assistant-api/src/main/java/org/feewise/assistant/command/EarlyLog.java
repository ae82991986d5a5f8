package org.feewise.assistant.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the servers quiet until the service configures its log; they start before it. */
final class EarlyLog {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> TALKATIVE =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky", "com.typesafe")
          .map(Logger::getLogger)
          .toList();

  private EarlyLog() {}

  static void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
    TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
