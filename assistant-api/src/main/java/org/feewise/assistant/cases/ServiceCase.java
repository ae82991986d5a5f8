package org.feewise.assistant.cases;

import java.time.Instant;

/**
 * A case, open until an operator has answered it.
 *
 * @param answer null while it is open, like {@code closedAt}
 */
public record ServiceCase(
    String caseId,
    String citizenId,
    CaseKind kind,
    Instant openedAt,
    CaseDetails details,
    String answer,
    Instant closedAt) {

  public boolean isOpen() {
    return closedAt == null;
  }
}
