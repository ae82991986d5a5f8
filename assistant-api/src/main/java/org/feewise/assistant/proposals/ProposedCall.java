package org.feewise.assistant.proposals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.feewise.assistant.cases.CaseDetails;
import org.feewise.assistant.cases.CaseKind;
import org.feewise.models.reminders.ReminderChannel;

/** Exactly what would be done, with every argument: nothing is left to be decided later. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ProposedCall.AcceptPlan.class, name = "accept-plan"),
  @JsonSubTypes.Type(value = ProposedCall.SetReminders.class, name = "set-reminders"),
  @JsonSubTypes.Type(value = ProposedCall.StopReminders.class, name = "stop-reminders"),
  @JsonSubTypes.Type(value = ProposedCall.OpenCase.class, name = "open-case")
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
}
