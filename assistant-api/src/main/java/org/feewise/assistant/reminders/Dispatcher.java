package org.feewise.assistant.reminders;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.feewise.models.words.Words;
import org.jboss.logging.Logger;

/**
 * Takes one due reminder to its citizen, unless it is no longer wanted: checks the bill and the
 * preferences once more, chooses a connected channel, and puts off what failed.
 */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
  private static final String SOURCE = "/feewise/assistant";

  private final BillLedger ledger;
  private final Preferences preferences;
  private final Recipients recipients;
  private final Outbox outbox;
  private final Clock clock;
  private final Map<ReminderChannel, Delivery> deliveries = new EnumMap<>(ReminderChannel.class);

  Dispatcher(
      BillLedger ledger,
      Preferences preferences,
      Recipients recipients,
      Outbox outbox,
      Clock clock,
      @All List<Delivery> connected) {
    this.ledger = ledger;
    this.preferences = preferences;
    this.recipients = recipients;
    this.outbox = outbox;
    this.clock = clock;
    connected.forEach(delivery -> deliveries.put(delivery.channel(), delivery));
  }

  void dispatch(ReminderRow reminder) {
    Recipient recipient = recipients.of(reminder.citizenId);
    Words words = Words.of(Dispatcher.class, "reminders", recipient.locale());
    ReminderPreferences wanted = preferences.of(reminder.citizenId);
    Optional<BillView> open =
        ledger
            .bill(reminder.citizenId, reminder.billNo)
            .filter(bill -> bill.status() != BillStatus.PAID);
    if (open.isEmpty()) {
      drop(reminder, words.say("detail.paid"));
    } else if (wanted.optedOut()) {
      drop(reminder, words.say("detail.opted-out"));
    } else if (isQuiet(wanted)) {
      reminder.sendAfter = wanted.quietHours().nextDisturbable(now()).toInstant();
    } else {
      send(reminder, recipient, open.get(), words);
    }
  }

  private void send(ReminderRow reminder, Recipient recipient, BillView bill, Words words) {
    ReminderMessage message =
        ReminderWording.of(bill, reminder.reason, ledger.today(), recipient.locale());
    Delivery delivery = deliveries.get(reminder.channel);
    boolean reaches = delivery != null && delivery.reaches(recipient);
    try {
      if (reaches) {
        delivery.deliver(recipient, message);
      }
    } catch (RuntimeException e) {
      putOff(reminder, e, words);
      return;
    }
    if (reminder.channel != ReminderChannel.APP && !reaches) {
      reminder.detail =
          words.say(
              delivery == null ? "detail.not-connected" : "detail.no-address",
              words.say("channel." + reminder.channel));
    }
    markSent(reminder, message, reaches ? reminder.channel : ReminderChannel.APP);
  }

  private void markSent(ReminderRow reminder, ReminderMessage message, ReminderChannel used) {
    Instant now = clock.instant();
    reminder.status = ReminderStatus.SENT;
    reminder.sentAt = now;
    reminder.message = message.body();
    ReminderSent sent =
        new ReminderSent(
            reminder.reminderId, reminder.citizenId, reminder.billNo, used, reminder.reason, now);
    outbox.add(
        Topics.REMINDERS,
        CloudEvent.of(
            reminder.reminderId, SOURCE, ReminderSent.EVENT_TYPE, now, reminder.citizenId, sent));
  }

  /** Twice as long after each failure; the reason kept is the kind of error, never an address. */
  private void putOff(ReminderRow reminder, RuntimeException failure, Words words) {
    reminder.attempts++;
    String why = rootOf(failure).getClass().getSimpleName();
    LOG.warnf(
        "reminder %s by %s failed at attempt %d: %s",
        reminder.reminderId, reminder.channel, reminder.attempts, why);
    reminder.detail = words.say("detail.failed", Integer.toString(reminder.attempts), why);
    if (reminder.attempts >= MOST_ATTEMPTS) {
      reminder.status = ReminderStatus.FAILED;
    } else {
      reminder.sendAfter =
          clock.instant().plus(FIRST_WAIT.multipliedBy(1L << (reminder.attempts - 1)));
    }
  }

  private static void drop(ReminderRow reminder, String why) {
    reminder.status = ReminderStatus.CANCELLED;
    reminder.detail = why;
  }

  private boolean isQuiet(ReminderPreferences wanted) {
    return wanted.quietHours().contains(now().toLocalTime());
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ReminderPolicy.ZONE);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
