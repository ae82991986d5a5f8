package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A reminder that was sent about a bill.
 *
 * @param readOn day on which it was read, null where it was not or nobody knows
 */
public record SentReminder(LocalDate sentOn, LocalDate readOn) implements Serializable {
  public SentReminder {
    Objects.requireNonNull(sentOn, "sentOn");
  }
}
