package org.feewise.models.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes and reads the JSON of the events on Kafka: ISO-8601 times, money as decimal strings. */
public final class EventJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventJson() {}

  public static String write(CloudEvent<?> event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.id() + " cannot be written as JSON", e);
    }
  }

  /**
   * Reads an event whose data has the given type; fields it does not know are ignored.
   *
   * @throws IllegalArgumentException when the text is not such an event
   */
  public static <T> CloudEvent<T> read(String json, Class<T> dataType) {
    JavaType type = MAPPER.getTypeFactory().constructParametricType(CloudEvent.class, dataType);
    try {
      CloudEvent<T> event = MAPPER.readValue(json, type);
      if (event == null) {
        throw new IllegalArgumentException("null is not a CloudEvent");
      }
      return event;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a CloudEvent with " + dataType.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
