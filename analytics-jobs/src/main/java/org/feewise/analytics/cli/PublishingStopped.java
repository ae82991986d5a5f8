package org.feewise.analytics.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.feewise.models.risk.watch.Alarm;

/** Thrown when a run published no score because its model has drifted out of bounds. */
final class PublishingStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String modelVersion;

  PublishingStopped(String modelVersion, List<Alarm> alarms) {
    super(
        alarms.stream()
            .map(alarm -> alarm.name().isEmpty() ? alarm.kind().name() : alarm.name())
            .collect(Collectors.joining(", ")));
    this.modelVersion = modelVersion;
  }

  String modelVersion() {
    return modelVersion;
  }
}
