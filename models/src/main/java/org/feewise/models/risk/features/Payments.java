package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The payments of one bill up to the one that settled it.
 *
 * @param channel of the newest of them, blank where unknown
 * @param count how many there were, 0 where unknown
 * @param parts those made on days before the bill was settled, in order of day; all of them while
 *     it is open
 */
public record Payments(String channel, int count, List<Part> parts) implements Serializable {
  /** Of a source that keeps no payments. */
  public static final Payments UNKNOWN = new Payments("", 0, List.of());

  public Payments {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(parts, "parts");
    if (count < parts.size()) {
      throw new IllegalArgumentException(
          "count %d is below the %d parts".formatted(count, parts.size()));
    }
  }

  /**
   * A payment that left something open.
   *
   * @param amount of principal, in yuan
   */
  public record Part(LocalDate on, double amount) implements Serializable {
    public Part {
      Objects.requireNonNull(on, "on");
    }
  }
}
