package org.feewise.analytics.risk;

import org.feewise.models.risk.ModelFile;

/** What stands in the folder of models when a run begins. */
public sealed interface Standing {

  /** Nothing. */
  record Nothing() implements Standing {}

  /** A model that this program can use. */
  record Usable(ModelFile file) implements Standing {
    boolean isLearnt() {
      return !file.model().features().isEmpty();
    }
  }

  /**
   * A file that cannot be used.
   *
   * @param reason a sentence for the log and the card
   */
  record Unusable(String reason) implements Standing {}
}
