package org.feewise.models.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.risk.RiskBand;
import org.feewise.models.risk.RiskReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final RiskScore SCORE =
      new RiskScore(
          "B1",
          "C1",
          Instant.parse("2026-11-24T04:00:00Z"),
          "risk-1",
          0.4,
          RiskBand.of(0.4),
          2.5,
          List.of(new RiskReason("late_share", "0.5", 0.8)),
          LocalDate.of(2026, 11, 30),
          FeeType.WATER,
          Money.parse("86.40"));
  private static final CloudEvent<RiskScore> EVENT =
      CloudEvent.of(
          "e1", "/feewise/analytics", RiskScore.EVENT_TYPE, SCORE.scoredAt(), "C1", SCORE);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "c\u0000", "c\n1"})
  void aBillOfNobodyIsRefusedWithoutRepeatingTheName(String citizen) {
    LocalDate day = LocalDate.of(2026, 11, 1);
    assertThatThrownBy(
            () -> new BillIssued("B1", citizen, FeeType.WATER, Money.parse("86.40"), day, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("citizenId is blank or holds a control character");
  }

  @Test
  void aWrittenEventReadsBackEqual() {
    assertThat(EventJson.read(EventJson.write(EVENT), RiskScore.class)).isEqualTo(EVENT);
  }

  @Test
  void moneyAndDatesArePlainText() {
    assertThat(EventJson.write(EVENT))
        .contains("\"amount\":\"86.40\"", "\"dueOn\":\"2026-11-30\"", "\"specversion\":\"1.0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"specversion\":\"1.0\"}"})
  void aTextThatIsNoEventIsRefused(String json) {
    assertThatThrownBy(() -> EventJson.read(json, RiskScore.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingMayFollowAnEvent() {
    assertThatThrownBy(() -> EventJson.read(EventJson.write(EVENT) + "{}", RiskScore.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anImpossibleProbabilityIsRefusedByName() {
    String json =
        EventJson.write(EVENT).replace("\"probabilityLate\":0.4", "\"probabilityLate\":4");
    assertThatThrownBy(() -> EventJson.read(json, RiskScore.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("probabilityLate 4.0 is not in [0, 1]");
  }
}
