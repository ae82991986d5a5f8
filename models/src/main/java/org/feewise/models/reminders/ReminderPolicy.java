package org.feewise.models.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.feewise.models.reminders.ReminderDecision.Cause;
import org.feewise.models.reminders.ReminderDecision.Send;
import org.feewise.models.reminders.ReminderDecision.Suppress;
import org.feewise.models.risk.RiskBand;

/**
 * Decides whether, when and how a citizen is reminded of a bill: earlier the likelier it is to be
 * late, at a civil hour, and only so often.
 */
public final class ReminderPolicy {
  /** Where days and hours are counted. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalTime USUAL_HOUR = LocalTime.of(10, 0);
  private static final int HORIZON_DAYS = 30;
  private static final int OVERDUE_DAYS = 90;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Clock clock;
  private final int mostPerWeek;

  /**
   * A policy that reads the time from the clock.
   *
   * @param mostPerWeek reminders one citizen gets at most within any seven days, at least 1
   */
  public ReminderPolicy(Clock clock, int mostPerWeek) {
    this.clock = Objects.requireNonNull(clock, "clock");
    if (mostPerWeek < 1) {
      throw new IllegalArgumentException("mostPerWeek " + mostPerWeek + " is not positive");
    }
    this.mostPerWeek = mostPerWeek;
  }

  public ReminderDecision decide(ReminderCandidate candidate) {
    ZonedDateTime now = ZonedDateTime.now(clock).withZoneSameInstant(ZONE);
    LocalDate today = now.toLocalDate();
    long daysLeft = ChronoUnit.DAYS.between(today, candidate.dueOn());
    ReminderPreferences preferences = candidate.preferences();
    int lead = leadDays(preferences.daysBefore(), candidate.band());
    if (candidate.paid()) {
      return new Suppress(Cause.PAID);
    } else if (preferences.optedOut()) {
      return new Suppress(Cause.OPTED_OUT);
    } else if (daysLeft > Math.max(HORIZON_DAYS, lead)) {
      return new Suppress(Cause.TOO_EARLY);
    } else if (daysLeft < -OVERDUE_DAYS) {
      return new Suppress(Cause.TOO_LATE);
    }
    ZonedDateTime planned = candidate.dueOn().minusDays(lead).atTime(USUAL_HOUR).atZone(ZONE);
    ZonedDateTime at =
        preferences.quietHours().nextDisturbable(planned.isBefore(now) ? now : planned);
    if (wouldBeTooMany(candidate, at)) {
      return new Suppress(Cause.ENOUGH);
    }
    ReminderReason reason =
        at.toLocalDate().isAfter(candidate.dueOn())
            ? ReminderReason.OVERDUE
            : ReminderReason.DUE_SOON;
    return new Send(preferences.channels().getFirst(), at, reason);
  }

  /** Seven days ago: reminders sent since then count against the limit. */
  public Instant weekAgo() {
    return clock.instant().minus(WEEK);
  }

  /**
   * The moment from which one more reminder may be sent.
   *
   * @param sent moments of reminders the citizen got
   * @return now, or the later moment at which enough of them are a week old
   */
  public Instant nextWithinLimit(List<Instant> sent) {
    Instant now = clock.instant();
    List<Instant> counted =
        sent.stream().filter(weekAgo()::isBefore).sorted(Comparator.reverseOrder()).toList();
    return counted.size() < mostPerWeek ? now : counted.get(mostPerWeek - 1).plus(WEEK);
  }

  /** Days before the deadline: what the citizen asked for, and more for a higher risk. */
  static int leadDays(int daysBefore, RiskBand band) {
    return switch (band) {
      case LOW -> daysBefore;
      case MEDIUM -> daysBefore + 2;
      case HIGH -> daysBefore + 4;
    };
  }

  private boolean wouldBeTooMany(ReminderCandidate candidate, ZonedDateTime at) {
    return candidate.otherReminders().stream()
            .filter(other -> Duration.between(other, at).abs().compareTo(WEEK) < 0)
            .count()
        >= mostPerWeek;
  }
}
