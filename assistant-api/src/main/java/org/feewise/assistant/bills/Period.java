package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.util.Objects;

/** The whole days, both inclusive, that a bill covers or a question asks about. */
public record Period(LocalDate from, LocalDate to) {
  public Period {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to " + to + " is before from " + from);
    }
  }

  public boolean overlaps(Period other) {
    return !from.isAfter(other.to) && !to.isBefore(other.from);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
