package org.feewise.assistant.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillStatus;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.outbox.Outbox;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.ReminderSent;
import org.feewise.models.events.Topics;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderPolicy;
import org.feewise.models.reminders.ReminderPreferences;
import org.feewise.models.reminders.ReminderReason;
import org.feewise.models.words.Words;

/**
 * Takes one due reminder to its citizen, unless it is no longer wanted: checks the bill, the
 * preferences and the week's limit once more and puts off what failed. Each reminder has a
 * transaction of its own, so that nothing but the mail just handed over can go out again when the
 * process dies before the commit.
 */
@ApplicationScoped
class Dispatcher {
  private static final String SOURCE = "/feewise/assistant";

  private final ReminderRows reminders;
  private final BillLedger ledger;
  private final Preferences preferences;
  private final ReminderPolicy policy;
  private final Recipients recipients;
  private final Routes routes;
  private final Outbox outbox;
  private final Clock clock;

  Dispatcher(
      ReminderRows reminders,
      BillLedger ledger,
      Preferences preferences,
      ReminderPolicy policy,
      Recipients recipients,
      Routes routes,
      Outbox outbox,
      Clock clock) {
    this.reminders = reminders;
    this.ledger = ledger;
    this.preferences = preferences;
    this.policy = policy;
    this.recipients = recipients;
    this.routes = routes;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends, drops or puts off one reminder.
   *
   * @return false when it is not due, or another sender has it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean dispatch(String reminderId) {
    Optional<ReminderRow> due = reminders.lockDue(reminderId, clock.instant());
    due.ifPresent(this::dispatch);
    return due.isPresent();
  }

  /** Puts off a reminder whose dispatch broke off; its transaction left nothing behind. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void putOff(String reminderId, RuntimeException failure) {
    reminders
        .lockDue(reminderId, clock.instant())
        .ifPresent(
            reminder -> Attempts.failed(reminder, failure, clock.instant(), words(Words.CHINESE)));
  }

  private void dispatch(ReminderRow reminder) {
    Recipient recipient = recipients.lock(reminder.citizenId);
    Words words = words(recipient.locale());
    ReminderPreferences wanted = preferences.of(reminder.citizenId);
    Optional<BillView> open =
        ledger
            .bill(reminder.citizenId, reminder.billNo)
            .filter(bill -> bill.status() != BillStatus.PAID);
    Instant allowed = allowedFrom(reminder, wanted);
    if (open.isEmpty()) {
      drop(reminder, words.say("detail.paid"));
    } else if (wanted.optedOut()) {
      drop(reminder, words.say("detail.opted-out"));
    } else if (allowed.isAfter(clock.instant())) {
      reminder.sendAfter = allowed;
    } else {
      send(reminder, recipient, route(reminder, recipient, wanted), open.get());
    }
  }

  /**
   * A planned payment is reminded of as the accepted plan says; others keep to the week's limit.
   */
  private Instant allowedFrom(ReminderRow reminder, ReminderPreferences wanted) {
    Instant now = clock.instant();
    Instant civil =
        reminder.reason == ReminderReason.PLANNED_PAYMENT
            ? now
            : policy.nextWithinLimit(reminders.sentSince(reminder.citizenId, policy.weekAgo()));
    ZonedDateTime moment = civil.atZone(ReminderPolicy.ZONE);
    return wanted.quietHours().nextDisturbable(moment).toInstant();
  }

  private Route route(ReminderRow reminder, Recipient recipient, ReminderPreferences wanted) {
    return Attempts.exhausted(reminder)
        ? Routes.inbox("detail.gave-up")
        : routes.of(recipient, wanted.channels());
  }

  private void send(ReminderRow reminder, Recipient recipient, Route route, BillView bill) {
    ReminderMessage message =
        ReminderWording.of(reminder, bill, ledger.today(), recipient.locale());
    try {
      route.delivery().ifPresent(delivery -> delivery.deliver(recipient, message));
    } catch (RuntimeException e) {
      Attempts.failed(reminder, e, clock.instant(), words(recipient.locale()));
      return;
    }
    reminder.detail = detail(reminder, recipient, route);
    reminder.channel = route.channel();
    reminder.message = message.body();
    markSent(reminder);
  }

  private String detail(ReminderRow reminder, Recipient recipient, Route route) {
    if (route.detour() == null) {
      return null;
    }
    Words words = words(recipient.locale());
    ReminderChannel preferred = preferences.of(reminder.citizenId).channels().getFirst();
    return words.say(
        route.detour(),
        words.sayKey("channel", preferred),
        words.sayKey("channel", route.channel()),
        Integer.toString(reminder.attempts));
  }

  private void markSent(ReminderRow reminder) {
    Instant now = clock.instant();
    reminder.status = ReminderStatus.SENT;
    reminder.sentAt = now;
    ReminderSent sent =
        new ReminderSent(
            reminder.reminderId,
            reminder.citizenId,
            reminder.billNo,
            reminder.channel,
            reminder.reason,
            now);
    outbox.add(
        Topics.REMINDERS,
        CloudEvent.of(
            reminder.reminderId, SOURCE, ReminderSent.EVENT_TYPE, now, reminder.citizenId, sent));
  }

  private static Words words(Locale locale) {
    return Words.of(Dispatcher.class, "reminders", locale);
  }

  private static void drop(ReminderRow reminder, String why) {
    reminder.status = ReminderStatus.CANCELLED;
    reminder.detail = why;
  }
}
