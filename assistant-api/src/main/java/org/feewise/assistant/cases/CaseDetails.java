package org.feewise.assistant.cases;

import java.time.Instant;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * What a case is about, as the citizen put it.
 *
 * @param feeType may be null, like {@code billNo} and {@code amount}
 * @param conversation what was said before, the earliest first
 */
public record CaseDetails(
    String said, FeeType feeType, String billNo, Money amount, List<Line> conversation) {
  public CaseDetails {
    conversation = List.copyOf(conversation);
  }

  /** One turn of the conversation. */
  public record Line(String said, String reply, Instant at) {}
}
