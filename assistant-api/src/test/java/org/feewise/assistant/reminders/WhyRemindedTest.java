package org.feewise.assistant.reminders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.assistant.reminders.scores.ScoreIntake;
import org.feewise.assistant.reminders.scores.ScoreRecord;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.RiskScore;
import org.feewise.models.risk.RiskReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhyRemindedTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 26);
  private static final double LIKELY = 0.9;
  private static final double UNLIKELY = 0.1;
  private static final List<RiskReason> REASONS =
      List.of(
          new RiskReason("payer_late_bills_180d", "3", 1.2),
          new RiskReason("district_late_share", "0.3141", 0.8),
          new RiskReason("payer_open_bills", "2", -0.3));
  private static final String CHINESE = "开单前180天里，您有3张账单晚于截止日。";
  private static final String ENGLISH =
      "In the 180 days before this bill was issued, 3 of your bills passed their due dates.";

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject TestClock clock;
  @Inject ScoreIntake intake;
  @Inject ReminderSender sender;

  private RemindersOnFile file;
  private String citizen;

  @BeforeEach
  void oneCitizenAtNoon() throws SQLException {
    clock.standAt(LocalDateTime.of(2026, 11, 24, 12, 0));
    file = new RemindersOnFile(database, cipher, clock, "WHY-");
    citizen = file.citizen("1", "zh-CN", "one@example.org");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    clock.run();
  }

  @Test
  void aReminderForRiskSaysItsReasonsInTheLanguageOfTheReader() throws SQLException {
    remind(LIKELY, REASONS);

    inbox("zh-CN").body("items[0].reasons", contains(CHINESE));
    inbox("en").body("items[0].reasons", contains(ENGLISH));
    assertThat(page("zh"))
        .containsPattern("(?s)<details[^>]*>\\s*<summary>为什么提醒我</summary>.*" + CHINESE)
        .doesNotContain("district", "31%", "0.3141", "待缴");
    assertThat(page("en")).contains("Why am I reminded?", ENGLISH);
  }

  @Test
  void whereNothingCanBeToldNothingIsSaid() throws SQLException {
    remind(LIKELY, REASONS.subList(1, 3));

    inbox("zh-CN").body("items", not(empty())).body("items[0].reasons", empty());
    assertThat(page("zh")).doesNotContain("为什么提醒我");
  }

  @Test
  void aReminderThatComesWhenAskedForHasNoReasonsOfRisk() throws SQLException {
    remind(UNLIKELY, REASONS);

    inbox("zh-CN").body("items", not(empty())).body("items[0].reasons", empty());
  }

  @Test
  void aReminderOfAPlanHasNoReasonsOfRisk() throws SQLException {
    remind(LIKELY, REASONS);
    file.bills()
        .update("update reminder set reason = 'PLANNED_PAYMENT' where citizen_id = ?", citizen);

    inbox("zh-CN").body("items", not(empty())).body("items[0].reasons", empty());
  }

  @Test
  void theOperatorsQueueTellsNoReasonsOfACitizen() throws SQLException {
    intake(file.bill(citizen, DUE.plusDays(20)), DUE.plusDays(20), LIKELY, REASONS);

    String queue =
        given()
            .auth()
            .oauth2(TestTokens.of(Role.Name.OPERATOR))
            .get("/api/v1/reminders/queue")
            .asString();
    assertThat(queue).contains(citizen).doesNotContain("\"reasons\":[\"");
  }

  private void remind(double probability, List<RiskReason> reasons) throws SQLException {
    intake(file.bill(citizen, DUE), DUE, probability, reasons);
    sender.sendDue();
  }

  private void intake(String bill, LocalDate due, double probability, List<RiskReason> reasons) {
    RiskScore plain = file.score(citizen, bill, due, probability, clock.instant()).data();
    RiskScore score =
        new RiskScore(
            plain.billNo(),
            plain.citizenId(),
            plain.scoredAt(),
            plain.modelVersion(),
            plain.probabilityLate(),
            plain.band(),
            plain.expectedDaysLate(),
            reasons,
            plain.dueOn(),
            plain.feeType(),
            plain.amount());
    CloudEvent<RiskScore> event =
        CloudEvent.of(
            UUID.randomUUID().toString(),
            "/test",
            RiskScore.EVENT_TYPE,
            clock.instant(),
            citizen,
            score);
    intake.take(List.of(new ScoreRecord("why", citizen, RemindersOnFile.json(event))));
  }

  private ValidatableResponse inbox(String language) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizen))
        .header("Accept-Language", language)
        .get("/api/v1/me/reminders")
        .then()
        .statusCode(200);
  }

  private String page(String language) {
    return given()
        .cookie("feewise", TestTokens.citizen(citizen))
        .accept("text/html")
        .get("/reminders?lang=" + language)
        .asString();
  }
}
