package org.feewise.assistant.plans;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * A day on which the citizen can pay; in JSON an object, or the day alone.
 *
 * @param capacity what is there on that day; null for the monthly budget
 */
public record WishedPayDate(LocalDate on, Money capacity) {

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public WishedPayDate(@JsonProperty("on") LocalDate on, @JsonProperty("capacity") Money capacity) {
    this.on = on;
    this.capacity = capacity;
  }

  /** A day with the monthly budget. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static WishedPayDate on(String day) {
    return new WishedPayDate(LocalDate.parse(day), null);
  }
}
