package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a bill says of its deadline.
 *
 * @param dueOn the deadline printed on it; a fine may have {@code decisionOn} instead
 * @param decisionOn the day a fine's decision was served; it decides the deadline of a fine
 */
public record DueBy(Optional<LocalDate> dueOn, Optional<LocalDate> decisionOn) {

  /** A printed deadline. */
  public static DueBy printed(LocalDate dueOn) {
    return new DueBy(Optional.of(dueOn), Optional.empty());
  }

  /** The days after a decision that the law gives. */
  public static DueBy decided(LocalDate decisionOn) {
    return new DueBy(Optional.empty(), Optional.of(decisionOn));
  }
}
