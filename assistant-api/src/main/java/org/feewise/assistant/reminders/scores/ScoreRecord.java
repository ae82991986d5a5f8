package org.feewise.assistant.reminders.scores;

/**
 * One record of the topic of risk scores.
 *
 * @param position topic, partition and offset, for the log
 * @param key the record's key, or null
 * @param json the CloudEvent as it came
 */
public record ScoreRecord(String position, String key, String json) {
  public ScoreRecord {
    json = json == null ? "" : json;
  }
}
