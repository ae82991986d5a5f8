package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a bill was paid late, and from which day on that was known.
 *
 * @param knownOn the first day on which the verdict may be used to describe another bill
 */
public record Verdict(boolean late, LocalDate knownOn) implements Serializable {
  public Verdict {
    Objects.requireNonNull(knownOn, "knownOn");
  }

  /**
   * The verdict by the dates alone: a bill paid by its due date is known to be on time when it is
   * paid, any other is known to be late on the day after its due date; an open bill has none
   * before.
   */
  public static Optional<Verdict> byDates(LocalDate dueOn, Settlement settlement) {
    return switch (settlement) {
      case Settlement.On(LocalDate day) when !day.isAfter(dueOn) ->
          Optional.of(new Verdict(false, day));
      case Settlement.On _, Settlement.NotYet _ ->
          Optional.of(new Verdict(true, dueOn.plusDays(1)));
      case Settlement.Untracked _ -> Optional.empty();
    };
  }
}
