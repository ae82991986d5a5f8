package org.feewise.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;

/**
 * An event in the CloudEvents 1.0 JSON format with JSON data.
 *
 * @param <T> type of the data
 * @param specversion always {@code "1.0"}
 * @param id unique within {@code source}; consumers ignore an id they have seen
 * @param source who produced it, such as {@code /feewise/analytics}
 * @param type reverse-DNS name of what happened, such as {@code org.feewise.risk-score.v1}
 * @param time when it happened, UTC
 * @param subject the citizen id, also the record's key
 * @param data what happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent<T>(
    String specversion,
    String id,
    String source,
    String type,
    Instant time,
    String subject,
    String datacontenttype,
    T data) {

  public CloudEvent {
    if (!"1.0".equals(specversion)) {
      throw new IllegalArgumentException("specversion \"" + specversion + "\" is not \"1.0\"");
    }
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(data, "data");
  }

  public static <T> CloudEvent<T> of(
      String id, String source, String type, Instant time, String subject, T data) {
    return new CloudEvent<>("1.0", id, source, type, time, subject, "application/json", data);
  }
}
