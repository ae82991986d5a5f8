package org.feewise.assistant.cases;

import java.time.Instant;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * A case as its citizen reads it.
 *
 * @param answer null until the office has answered, like {@code closedAt}
 */
public record CaseView(
    String caseId,
    CaseKind kind,
    Instant openedAt,
    String said,
    FeeType feeType,
    String billNo,
    Money amount,
    String answer,
    Instant closedAt) {

  static CaseView of(ServiceCase opened) {
    return new CaseView(
        opened.caseId(),
        opened.kind(),
        opened.openedAt(),
        opened.details().said(),
        opened.details().feeType(),
        opened.details().billNo(),
        opened.details().amount(),
        opened.answer(),
        opened.closedAt());
  }
}
