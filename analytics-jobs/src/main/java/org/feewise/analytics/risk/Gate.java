package org.feewise.analytics.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feewise.models.risk.watch.Alarm;
import org.feewise.models.risk.watch.Drift;

/**
 * Stands between a model and those who act on its scores.
 *
 * @param alarms what is out of bounds
 * @param overridden whether somebody who looked at it lets the scores pass
 */
record Gate(List<Alarm> alarms, boolean overridden) {

  static Gate of(Drift drift, boolean publishAnyway) {
    List<Alarm> alarms = drift.alarms();
    return new Gate(alarms, publishAnyway && !alarms.isEmpty());
  }

  boolean isOpen() {
    return alarms.isEmpty() || overridden;
  }

  /** The alarms that keep it shut. */
  List<Alarm> stoppedBy() {
    return isOpen() ? List.of() : alarms;
  }

  /** What the operator reads; nothing where nothing is out of bounds. */
  List<String> sentences(String modelVersion) {
    List<String> sentences = new ArrayList<>();
    alarms.forEach(alarm -> sentences.add("OUT OF BOUNDS: " + sentence(alarm)));
    if (!isOpen()) {
      sentences.add("NOTHING IS PUBLISHED: " + modelVersion + " has drifted");
    } else if (overridden) {
      sentences.add("published all the same, as was asked for");
    }
    return sentences;
  }

  private static String sentence(Alarm alarm) {
    String subject =
        switch (alarm.kind()) {
          case FEATURE -> "the feature " + alarm.name() + " has moved, PSI %.3f, at most %.3f";
          case SCORE -> "the scores have moved, PSI %.3f, at most %.3f";
          case SHARE ->
              "the late share of the newest judged bills is off by %.3f, surely more than %.3f";
          case ERROR -> "the calibration error of the newest judged bills is %.3f, at most %.3f";
        };
    return String.format(Locale.ROOT, subject, alarm.value(), alarm.bound());
  }
}
