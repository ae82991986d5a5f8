package org.feewise.assistant.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.cases.CaseDetails;
import org.feewise.assistant.cases.CaseKind;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.tools.MadePlan;
import org.feewise.assistant.payments.Quotes;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.proposals.Proposals;
import org.feewise.assistant.proposals.ProposedCall;
import org.feewise.assistant.reminders.Preferences;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderPreferences;
import org.feewise.models.words.Words;

/**
 * Turns a wish that changes something into a proposal that the citizen confirms on its page. It
 * goes by what was understood, never by what a model says or asks for.
 */
@ApplicationScoped
class Proposing {
  private final Proposals proposals;
  private final KeptPlans plans;
  private final Preferences preferences;
  private final BillLedger ledger;
  private final Quotes quotes;

  Proposing(
      Proposals proposals,
      KeptPlans plans,
      Preferences preferences,
      BillLedger ledger,
      Quotes quotes) {
    this.proposals = proposals;
    this.plans = plans;
    this.preferences = preferences;
    this.ledger = ledger;
    this.quotes = quotes;
  }

  /**
   * What leads to the page of confirmation of each wish, in the order said; none for a wish that
   * changes nothing, or may mean something else.
   */
  List<Answer.Action> of(Asked asked, Answer answer) {
    return answer.understood().wishes().stream()
        .filter(Understood::isSure)
        .map(wish -> call(asked, answer, wish))
        .flatMap(Optional::stream)
        .map(call -> action(asked, call))
        .toList();
  }

  private Answer.Action action(Asked asked, ProposedCall call) {
    String id = proposals.propose(asked.conversation().citizenId(), call);
    return new Answer.Action("confirm", label(call, asked.locale()), "/proposals/" + id);
  }

  private static String label(ProposedCall call, Locale locale) {
    Words words = Words.of(Proposing.class, "page", locale);
    return switch (call) {
      case ProposedCall.AcceptPlan accept -> words.say("confirm.plan");
      case ProposedCall.SetReminders set -> words.say("confirm.reminders");
      case ProposedCall.StopReminders stop -> words.say("confirm.stop");
      case ProposedCall.OpenCase open -> words.sayKey("confirm", open.kind());
      case ProposedCall.StartPayment start -> words.say("confirm.pay");
    };
  }

  private Optional<ProposedCall> call(Asked asked, Answer answer, Understood wish) {
    return switch (wish.intent()) {
      case PLAN_RECOMMEND -> answer.plan().map(made -> accept(asked, made));
      case PAY_START -> pay(asked, wish);
      case REMINDER_SET -> Optional.of(set(asked, wish.slots()));
      case REMINDER_STOP -> Optional.of(stop(asked, wish.slots()));
      case DISPUTE_RAISE -> Optional.of(open(CaseKind.DISPUTE, asked, wish));
      case REFUND_ASK -> Optional.of(open(CaseKind.REFUND, asked, wish));
      case HANDOFF_HUMAN -> Optional.of(open(CaseKind.HANDOFF, asked, wish));
      case BILL_QUERY,
          BILL_DUE,
          PAYMENT_HISTORY,
          SURCHARGE_EXPLAIN,
          RECEIPT_GET,
          RECEIPT_VERIFY,
          POLICY_ASK,
          SMALLTALK,
          OUT_OF_SCOPE,
          UNSAFE ->
          Optional.empty();
    };
  }

  private ProposedCall accept(Asked asked, MadePlan made) {
    plans.keep(asked.conversation().citizenId(), List.of(made.plan()), made.wish(), null);
    return new ProposedCall.AcceptPlan(made.plan().id());
  }

  private Optional<ProposedCall> pay(Asked asked, Understood understood) {
    String citizenId = asked.conversation().citizenId();
    List<String> bills =
        BillsToPay.of(understood, ledger, citizenId).stream().map(BillView::billNo).toList();
    return bills.isEmpty()
        ? Optional.empty()
        : quotes
            .of(citizenId, bills, understood.slots().method().orElse(null))
            .map(ProposedCall.StartPayment::of);
  }

  private ProposedCall set(Asked asked, Slots slots) {
    ReminderPreferences present = preferences.of(asked.conversation().citizenId());
    List<ReminderChannel> channels = new ArrayList<>(present.channels());
    slots
        .channel()
        .ifPresent(
            wanted -> {
              channels.remove(wanted);
              channels.addFirst(wanted);
            });
    int days =
        slots
            .daysBefore()
            .filter(said -> said >= 0 && said <= ReminderPreferences.MOST_DAYS_BEFORE)
            .orElse(present.daysBefore());
    return new ProposedCall.SetReminders(channels, days);
  }

  private ProposedCall stop(Asked asked, Slots slots) {
    ReminderPreferences present = preferences.of(asked.conversation().citizenId());
    List<ReminderChannel> left = new ArrayList<>(present.channels());
    boolean oneOfSeveral = slots.channel().map(left::remove).orElse(false) && !left.isEmpty();
    return oneOfSeveral
        ? new ProposedCall.SetReminders(left, present.daysBefore())
        : new ProposedCall.StopReminders();
  }

  private static ProposedCall open(CaseKind kind, Asked asked, Understood understood) {
    Slots slots = understood.slots();
    return new ProposedCall.OpenCase(
        kind,
        new CaseDetails(
            asked.text(),
            slots.feeType().orElse(null),
            slots.billNo().orElse(null),
            slots.amount().orElse(null),
            asked.conversation().turns().stream()
                .map(turn -> new CaseDetails.Line(turn.said(), turn.answer().reply(), turn.at()))
                .toList()));
  }
}
