package org.feewise.models.events;

import java.io.Serializable;
import java.util.Objects;

/**
 * One part of a scoring run stands on {@link Topics#RISK_SCORES}, whole. It is committed in the
 * same transaction as the scores, so that whoever reads only what is committed sees both or none.
 *
 * @param run the run: day, model version and source
 * @param part the part of the run, from 0
 * @param parts how many parts the run has
 * @param bills how many bills were scored in this part
 * @param contents fingerprint of these bills as the model saw them
 */
public record RiskRunPart(String run, int part, int parts, long bills, String contents)
    implements Serializable {

  /** CloudEvents type of a published part. */
  public static final String EVENT_TYPE = "org.feewise.risk-run-part.v1";

  public RiskRunPart {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(contents, "contents");
    if (part < 0 || part >= parts) {
      throw new IllegalArgumentException("part " + part + " is not in [0, " + parts + ")");
    }
    if (bills < 1) {
      throw new IllegalArgumentException("bills " + bills + " is not positive");
    }
  }

  /** Key of the record: the run, how many parts it has, and which of them this is. */
  public String key() {
    return "%s/%d-of-%d".formatted(run, part, parts);
  }
}
