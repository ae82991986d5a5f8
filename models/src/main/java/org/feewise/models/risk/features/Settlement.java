package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** Whether and when the principal of a bill was fully paid. */
public sealed interface Settlement extends Serializable {

  /** Fully paid on a day, Asia/Shanghai. */
  record On(LocalDate day) implements Settlement {
    public On {
      Objects.requireNonNull(day, "day");
    }
  }

  /** Not paid as far as the source goes. */
  record NotYet() implements Settlement {}

  /** The source keeps no days of payment. */
  record Untracked() implements Settlement {}

  static Settlement on(LocalDate day) {
    return new On(day);
  }

  static Settlement notYet() {
    return new NotYet();
  }

  static Settlement untracked() {
    return new Untracked();
  }
}
