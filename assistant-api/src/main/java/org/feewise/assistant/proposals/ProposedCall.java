package org.feewise.assistant.proposals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.cases.CaseDetails;
import org.feewise.assistant.cases.CaseKind;
import org.feewise.assistant.payments.OrderLine;
import org.feewise.assistant.payments.Quote;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** Exactly what would be done, with every argument: nothing is left to be decided later. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ProposedCall.AcceptPlan.class, name = "accept-plan"),
  @JsonSubTypes.Type(value = ProposedCall.SetReminders.class, name = "set-reminders"),
  @JsonSubTypes.Type(value = ProposedCall.StopReminders.class, name = "stop-reminders"),
  @JsonSubTypes.Type(value = ProposedCall.OpenCase.class, name = "open-case"),
  @JsonSubTypes.Type(value = ProposedCall.StartPayment.class, name = "start-payment")
})
public sealed interface ProposedCall {

  /** Live by a plan that was proposed, and be reminded of its payments. */
  record AcceptPlan(String planId) implements ProposedCall {}

  /** Be reminded of every deadline this way. */
  record SetReminders(List<ReminderChannel> channels, int daysBefore) implements ProposedCall {
    public SetReminders {
      channels = List.copyOf(channels);
    }
  }

  /** Be reminded of nothing. */
  record StopReminders() implements ProposedCall {}

  /** Ask an office to look into something. */
  record OpenCase(CaseKind kind, CaseDetails details) implements ProposedCall {}

  /**
   * Make a payment order; no money is moved.
   *
   * @param bills the bills with exactly what settles each
   * @param on the day whose amounts these are, Asia/Shanghai
   */
  record StartPayment(PaymentMethod method, List<OrderLine> bills, LocalDate on)
      implements ProposedCall {
    public StartPayment {
      bills = List.copyOf(bills);
    }

    /** To pay what was quoted. */
    public static StartPayment of(Quote quote) {
      return new StartPayment(quote.method(), quote.lines(), quote.on());
    }

    Quote quote() {
      return new Quote(on, method, bills);
    }
  }
}
