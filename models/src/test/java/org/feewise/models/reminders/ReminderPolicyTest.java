package org.feewise.models.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.feewise.models.reminders.ReminderDecision.Cause;
import org.feewise.models.reminders.ReminderDecision.Send;
import org.feewise.models.reminders.ReminderDecision.Suppress;
import org.feewise.models.risk.RiskBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    // now,             due,        band,   sent at,          reason
    "2026-11-24T12:00, 2026-12-10, LOW,    2026-12-07T10:00, DUE_SOON",
    "2026-11-24T12:00, 2026-12-10, MEDIUM, 2026-12-05T10:00, DUE_SOON",
    "2026-11-24T12:00, 2026-12-10, HIGH,   2026-12-03T10:00, DUE_SOON",
    "2026-11-24T12:00, 2026-11-25, LOW,    2026-11-24T12:00, DUE_SOON",
    "2026-11-24T22:30, 2026-11-25, LOW,    2026-11-25T08:00, DUE_SOON",
    "2026-11-24T22:30, 2026-11-24, LOW,    2026-11-25T08:00, OVERDUE",
    "2026-11-24T05:00, 2026-11-20, HIGH,   2026-11-24T08:00, OVERDUE",
  })
  void remindsEarlierTheHigherTheRiskAndNeverAtNight(
      LocalDateTime now, LocalDate due, RiskBand band, LocalDateTime at, ReminderReason reason) {
    assertThat(policyAt(now).decide(candidate(due, band)))
        .isEqualTo(new Send(ReminderChannel.APP, at.atZone(ReminderPolicy.ZONE), reason));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-25, TOO_EARLY", "2026-08-25, TOO_LATE"})
  void keepsSilentWhereAReminderDoesNotHelp(LocalDate due, Cause cause) {
    assertThat(policyAt(TODAY.atTime(12, 0)).decide(candidate(due, RiskBand.HIGH)))
        .isEqualTo(new Suppress(cause));
  }

  @Test
  void aPaidBillIsNeverRemindedOf() {
    ReminderCandidate paid =
        new ReminderCandidate(
            "B1", TODAY, true, RiskBand.HIGH, ReminderPreferences.USUAL, List.of());
    assertThat(policyAt(TODAY.atTime(12, 0)).decide(paid)).isEqualTo(new Suppress(Cause.PAID));
  }

  @Property
  void whoOptedOutIsLeftInPeace(
      @ForAll @IntRange(min = -200, max = 200) int days, @ForAll RiskBand band) {
    ReminderPreferences out =
        new ReminderPreferences(List.of(ReminderChannel.SMS), 3, QuietHours.USUAL, true);
    assertThat(
            policyAt(TODAY.atTime(12, 0))
                .decide(
                    new ReminderCandidate("B", TODAY.plusDays(days), false, band, out, List.of())))
        .isEqualTo(new Suppress(Cause.OPTED_OUT));
  }

  @Property
  void nothingIsSentInQuietHoursNorInThePast(
      @ForAll @IntRange(max = 1439) int minuteOfDay,
      @ForAll @IntRange(max = 1439) int quietFrom,
      @ForAll @IntRange(max = 1439) int quietTo,
      @ForAll @IntRange(min = -100, max = 40) int daysLeft,
      @ForAll @IntRange(max = 60) int daysBefore,
      @ForAll RiskBand band) {
    QuietHours quiet = new QuietHours(minute(quietFrom), minute(quietTo));
    LocalDateTime now = TODAY.atTime(minute(minuteOfDay));
    ReminderCandidate candidate =
        new ReminderCandidate(
            "B",
            TODAY.plusDays(daysLeft),
            false,
            band,
            new ReminderPreferences(List.of(ReminderChannel.APP), daysBefore, quiet, false),
            List.of());
    if (policyAt(now).decide(candidate) instanceof Send send) {
      assertThat(isQuiet(quietFrom, quietTo, send.at().toLocalTime())).isFalse();
      assertThat(send.at().toLocalDateTime()).isAfterOrEqualTo(now);
    }
  }

  @Property
  void noSevenDaysHoldMoreThanTheMost(
      @ForAll @Size(max = 40) List<@IntRange(min = -10, max = 30) Integer> dueInDays,
      @ForAll @IntRange(min = 1, max = 4) int most) {
    List<Instant> sent = new ArrayList<>();
    ReminderPolicy policy = new ReminderPolicy(clockAt(TODAY.atTime(12, 0)), most);
    for (int days : dueInDays) {
      ReminderCandidate candidate =
          new ReminderCandidate(
              "B" + sent.size(),
              TODAY.plusDays(days),
              false,
              RiskBand.LOW,
              ReminderPreferences.USUAL,
              sent);
      if (policy.decide(candidate) instanceof Send send) {
        sent.add(send.at().toInstant());
      }
    }
    Assume.that(!sent.isEmpty());
    for (Instant first : sent) {
      Instant end = first.plusSeconds(7 * 86_400);
      assertThat(sent)
          .filteredOn(t -> !t.isBefore(first) && t.isBefore(end))
          .hasSizeBetween(1, most);
    }
  }

  @Property
  void waitingUntilTheLimitAllowsNeverPutsMoreIntoSevenDays(
      @ForAll @Size(max = 12) List<@IntRange(max = 20_000) Integer> minutesAgo,
      @ForAll @IntRange(min = 1, max = 4) int most) {
    LocalDateTime now = TODAY.atTime(12, 0);
    Instant instant = clockAt(now).instant();
    List<Instant> sent = minutesAgo.stream().map(m -> instant.minusSeconds(m * 60L)).toList();
    Instant next = new ReminderPolicy(clockAt(now), most).nextWithinLimit(sent);

    assertThat(next).isAfterOrEqualTo(instant);
    assertThat(sent)
        .filteredOn(t -> t.isAfter(next.minusSeconds(7 * 86_400)))
        .hasSizeLessThan(most);
    if (next.isAfter(instant)) {
      assertThat(sent)
          .as("a moment earlier would be one too many")
          .filteredOn(t -> !t.isBefore(next.minusSeconds(7 * 86_400)))
          .hasSizeGreaterThanOrEqualTo(most);
    }
  }

  @Test
  void preferencesThatMakeNoSenseAreRefusedByName() {
    assertThatThrownBy(() -> new ReminderPreferences(List.of(), 3, QuietHours.USUAL, false))
        .hasMessageContaining("channels");
    assertThatThrownBy(
            () ->
                new ReminderPreferences(List.of(ReminderChannel.APP), 61, QuietHours.USUAL, false))
        .hasMessageContaining("daysBefore 61");
  }

  /** Minute by minute round the clock, a different way to say the same. */
  private static boolean isQuiet(int from, int to, LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    for (int m = from; m != to; m = (m + 1) % 1440) {
      if (m == minute) {
        return true;
      }
    }
    return false;
  }

  private static LocalTime minute(int ofDay) {
    return LocalTime.ofSecondOfDay(ofDay * 60L);
  }

  private static ReminderCandidate candidate(LocalDate due, RiskBand band) {
    return new ReminderCandidate("B1", due, false, band, ReminderPreferences.USUAL, List.of());
  }

  private static ReminderPolicy policyAt(LocalDateTime now) {
    return new ReminderPolicy(clockAt(now), 3);
  }

  private static Clock clockAt(LocalDateTime now) {
    return Clock.fixed(now.atZone(ReminderPolicy.ZONE).toInstant(), ReminderPolicy.ZONE);
  }
}
