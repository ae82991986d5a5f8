package org.feewise.assistant.reminders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.assistant.reminders.scores.ScoreIntake;
import org.feewise.assistant.reminders.scores.ScoreRecord;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.ReminderSent;
import org.feewise.models.events.Topics;
import org.feewise.models.reminders.ReminderReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SmtpAddress.class)
class ReminderDeliveryTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 26);
  private static final String EMAIL = "wang.xiaoming@example.org";

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject TestClock clock;
  @Inject ScoreIntake intake;
  @Inject ReminderSender sender;

  private GreenMail smtp;
  private RemindersOnFile file;
  private int offset;

  @BeforeEach
  void atNoonWithAMailServer() throws SQLException {
    clock.standAt(NOON);
    smtp = SmtpAddress.server();
    smtp.start();
    file = new RemindersOnFile(database, cipher, clock, "SENT-");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    smtp.stop();
    file.close();
    clock.run();
  }

  @Test
  void aDueReminderIsInTheInboxOfItsCitizenAndOfNobodyElse() throws SQLException {
    String citizen = file.citizen("1", "zh-CN", EMAIL);
    String other = file.citizen("2", "zh-CN", "two@example.org");
    String bill = scored(citizen, DUE);
    inbox(citizen).body("items", hasSize(0));

    sender.sendDue();

    inbox(citizen)
        .body("items", hasSize(1))
        .body("items[0].billNo", equalTo(bill))
        .body("items[0].channel", equalTo("APP"))
        .body("items[0].status", equalTo("SENT"))
        .body("items[0].message", containsString("120.50"))
        .body("items[0].message", containsString("2026-11-26"));
    inbox(other).body("items", hasSize(0));
    assertThat(page(citizen)).contains("120.50元", "2026-11-24 12:00", "/bills#" + bill);
    assertThat(page(other)).doesNotContain(bill);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoeverChoseMailGetsOneWithTheAmountAndTheDeadlineAndNothingPersonal() throws Exception {
    String citizen = mailReader("1");
    scored(citizen, DUE);

    sender.sendDue();
    sender.sendDue();

    MimeMessage mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("title of SENT-1 is due in a few days");
    assertThat(mail.getAllRecipients()[0]).hasToString("1" + EMAIL);
    String text = text(mail);
    assertThat(text).contains("title of SENT-1", "CNY 120.50", "2026-11-26", "in 2 days");
    assertThat(mail.getSubject() + text)
        .doesNotContain(
            RemindersOnFile.NATIONAL_ID, RemindersOnFile.PHONE, RemindersOnFile.HOME, citizen);
    inbox(citizen).body("items", hasSize(1)).body("items[0].channel", equalTo("EMAIL"));
  }

  @Test
  void aMailAboutAnOverdueBillTellsItsLateFee() throws Exception {
    String citizen = mailReader("1");
    LocalDate due = LocalDate.of(2026, 11, 4);
    String bill = file.bills().open(citizen, "INCOME_TAX", 120_000, due.minusDays(30), due);
    take(citizen, bill, due);

    sender.sendDue();

    // CNY 1200.00 x 0.0005 x 20 days
    assertThat(text(onlyMail()))
        .contains("CNY 1212.00", "CNY 12.00 of it late fee", "2026-11-04", "20 days ago");
  }

  @Test
  void aTitleOfSeveralLinesIsOneLineInTheSubject() throws Exception {
    String citizen = mailReader("1");
    String bill = file.bill(citizen, DUE);
    file.bills()
        .update(
            "update bill set title = ? where bill_no = ?",
            "Water\r\nBcc: all@example.org\r\n\r\nhello",
            bill);
    take(citizen, bill, DUE);

    sender.sendDue();

    MimeMessage mail = onlyMail();
    assertThat(mail.getSubject()).startsWith("Water Bcc: all@example.org hello");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // quiet from, to,    scored at,        sent at
    "21:00, 08:00, 2026-11-24T20:59, 2026-11-24T20:59",
    "21:00, 08:00, 2026-11-24T21:00, 2026-11-25T08:00",
    "21:00, 08:00, 2026-11-25T07:59, 2026-11-25T08:00",
    "12:00, 14:00, 2026-11-24T13:00, 2026-11-24T14:00",
    "22:30, 06:15, 2026-11-24T23:59, 2026-11-25T06:15",
    "22:30, 06:15, 2026-11-25T00:00, 2026-11-25T06:15",
    "00:00, 00:00, 2026-11-25T03:00, 2026-11-25T03:00",
  })
  void nobodyIsDisturbedInTheirQuietHours(
      String from, String to, LocalDateTime scoredAt, LocalDateTime sentAt) throws Exception {
    clock.standAt(scoredAt);
    String citizen = file.citizen("1", "en", EMAIL);
    file.wants(citizen, "{EMAIL}", from, to);
    scored(citizen, DUE);

    if (sentAt.isAfter(scoredAt)) {
      clock.standAt(sentAt.minusSeconds(1));
      sender.sendAllDue();
      assertThat(smtp.getReceivedMessages()).isEmpty();
    }
    clock.standAt(sentAt);
    sender.sendAllDue();
    assertThat(file.moments(citizen)).containsExactly(sentAt.toString().replace('T', ' '));
    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void quietHoursChosenAfterPlanningHoldToo() throws SQLException {
    String citizen = file.citizen("1", "en", EMAIL);
    scored(citizen, DUE);
    file.wants(citizen, "{APP}", "11:00", "17:30");

    everyQuarterOfAnHourFor(Duration.ofHours(8));

    assertThat(file.moments(citizen)).containsExactly("2026-11-24 17:30");
  }

  @Test
  void whoOptedOutGetsNothingBeforeOrAfterPlanning() throws SQLException {
    String before = file.citizen("1", "en", EMAIL);
    String after = mailReader("2");
    optOut(before);
    scored(before, DUE);
    scored(after, DUE);
    optOut(after);

    sender.sendDue();

    assertThat(file.of(before)).isEmpty();
    assertThat(file.of(after)).containsExactly("EMAIL DUE_SOON CANCELLED 0");
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void aBillPaidInTheMeantimeIsNotRemindedOf() throws SQLException {
    String citizen = mailReader("1");
    String bill = scored(citizen, DUE);
    file.bills().pay(citizen, bill, 12_050, NOON.toLocalDate());
    file.bills()
        .update("update bill set settled_on = ? where bill_no = ?", NOON.toLocalDate(), bill);

    sender.sendDue();

    assertThat(file.of(citizen)).containsExactly("EMAIL DUE_SOON CANCELLED 0");
    assertThat(smtp.getReceivedMessages()).isEmpty();
    inbox(citizen).body("items", hasSize(0));
  }

  @Test
  void neverMoreThanThreeAWeekHoweverManyBillsOrHowLateTheService() throws SQLException {
    String many = file.citizen("1", "en", null);
    for (int bill = 0; bill < 5; bill++) {
      scored(many, DUE);
    }
    assertThat(file.of(many)).hasSize(3);

    String late = file.citizen("2", "en", null);
    for (int week = 0; week < 5; week++) {
      file.waiting(
          late,
          file.bill(late, DUE),
          clock.instant().minus(Duration.ofDays(7L * week)),
          ReminderReason.DUE_SOON);
    }
    everyQuarterOfAnHourFor(Duration.ofHours(6));
    assertThat(file.of(late))
        .filteredOn(reminder -> reminder.contains("SENT"))
        .as("all five were due when the service came back")
        .hasSize(3);

    clock.standAt(NOON.plusDays(7));
    everyQuarterOfAnHourFor(Duration.ofHours(6));
    assertThat(file.of(late)).filteredOn(reminder -> reminder.contains("SENT")).hasSize(5);
  }

  @Test
  void aPaymentOfAnAcceptedPlanIsRemindedOfBesidesTheWeeksLimit() throws SQLException {
    String citizen = file.citizen("1", "en", null);
    for (int bill = 0; bill < 3; bill++) {
      scored(citizen, DUE);
    }
    sender.sendAllDue();
    String planned = file.bill(citizen, DUE);
    file.waiting(citizen, planned, clock.instant(), ReminderReason.PLANNED_PAYMENT);

    sender.sendAllDue();

    inbox(citizen)
        .body("items", hasSize(4))
        .body(
            "items.find { it.billNo == '" + planned + "' }.message",
            containsString("By your payment plan"));
  }

  @Test
  void whileTheMailServerIsDownAMailWaitsAndThenGoesOnce() throws Exception {
    String citizen = mailReader("1");
    String reader = file.citizen("2", "en", null);
    scored(citizen, DUE);
    scored(reader, DUE);
    smtp.stop();

    sender.sendDue();
    sender.sendDue();
    assertThat(file.of(citizen)).containsExactly("EMAIL DUE_SOON QUEUED 1");
    assertThat(file.of(reader)).containsExactly("APP DUE_SOON SENT 0");
    clock.forward(Duration.ofMinutes(5));
    sender.sendDue();
    assertThat(file.of(citizen)).containsExactly("EMAIL DUE_SOON QUEUED 2");

    smtp = SmtpAddress.server();
    smtp.start();
    sender.sendDue();
    assertThat(smtp.getReceivedMessages()).as("not before the wait is over").isEmpty();
    everyQuarterOfAnHourFor(Duration.ofHours(1));
    assertThat(file.of(citizen)).singleElement().asString().startsWith("EMAIL DUE_SOON SENT");
    onlyMail();
  }

  @Test
  void aMailThatNeverGoesOutIsInTheInboxTheSameDay() throws SQLException {
    String citizen = mailReader("1");
    scored(citizen, DUE);
    smtp.stop();

    everyQuarterOfAnHourFor(Duration.ofHours(4));

    inbox(citizen)
        .body("items", hasSize(1))
        .body("items[0].channel", equalTo("APP"))
        .body("items[0].detail", containsString("e-mail failed 6 times"));
  }

  @Test
  void anAddressThatCannotBeReadHoldsUpNobodyElse() throws SQLException {
    String broken = mailReader("1");
    String fine = mailReader("2");
    file.bills()
        .update("update citizen set email_cipher = ? where citizen_id = ?", new byte[40], broken);
    scored(broken, DUE);
    scored(fine, DUE);

    sender.sendDue();

    assertThat(file.of(fine)).containsExactly("EMAIL DUE_SOON SENT 0");
    assertThat(file.of(broken)).containsExactly("EMAIL DUE_SOON QUEUED 1");
    assertThat(file.bills().column("select detail from reminder where citizen_id = ?", broken))
        .first()
        .asString()
        .startsWith("Not delivered in 1 attempts: ");
  }

  @Test
  void twoSendersAtOnceSendEachReminderOnceAndKeepTheLimit() throws Exception {
    List<String> citizens = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      citizens.add(mailReader("1" + number));
      scored(citizens.getLast(), DUE);
    }
    for (int bill = 0; bill < 5; bill++) {
      file.waiting(
          citizens.getFirst(),
          file.bill(citizens.getFirst(), DUE),
          clock.instant(),
          ReminderReason.DUE_SOON);
    }

    atOnce(2, sender::sendAllDue);

    assertThat(smtp.getReceivedMessages()).hasSize(11 + 3);
    assertThat(recipients()).filteredOn(to -> to.startsWith("10")).hasSize(3);
    assertThat(recipients()).filteredOn(to -> !to.startsWith("10")).doesNotHaveDuplicates();
  }

  @Test
  void aMailWhoseCommitFailedGoesAgainUnderTheSameIdAndNoOtherDoes() throws Exception {
    String unlucky = mailReader("1");
    String lucky = mailReader("2");
    scored(unlucky, DUE);
    scored(lucky, DUE);
    refuseToCommit(unlucky);
    try {
      sender.sendDue();
    } finally {
      file.bills().update("drop trigger broken_commit on reminder");
    }
    assertThat(file.of(unlucky)).containsExactly("EMAIL DUE_SOON QUEUED 1");
    assertThat(events(unlucky)).isEmpty();
    everyQuarterOfAnHourFor(Duration.ofHours(1));

    assertThat(recipients()).containsExactlyInAnyOrder("1" + EMAIL, "1" + EMAIL, "2" + EMAIL);
    assertThat(
            Stream.of(smtp.getReceivedMessages())
                .map(mail -> header(mail, "Message-ID"))
                .distinct())
        .hasSize(2);
    assertThat(events(unlucky)).hasSize(1);
  }

  @Test
  void whatWasSentIsToldInAnEventKeyedByTheCitizenWithNothingPersonal() throws SQLException {
    String citizen = mailReader("1");
    String bill = scored(citizen, DUE);
    assertThat(events(citizen)).isEmpty();

    sender.sendDue();

    String payload = events(citizen).getFirst();
    var event = EventJson.read(payload, ReminderSent.class);
    assertThat(event.type()).isEqualTo(ReminderSent.EVENT_TYPE);
    assertThat(event.subject()).isEqualTo(citizen);
    assertThat(event.data().billNo()).isEqualTo(bill);
    assertThat(event.data().channel()).hasToString("EMAIL");
    assertThat(event.data().sentAt()).isEqualTo(clock.instant());
    assertThat(payload).doesNotContain(EMAIL, "title of", "120.50");
  }

  @Test
  void theLogOfTheRoomNamesNobody() throws Exception {
    String citizen = mailReader("1");
    scored(citizen, DUE);
    smtp.stop();
    try (LogLines log = LogLines.of("")) {
      everyQuarterOfAnHourFor(Duration.ofHours(3));
      assertThat(log.lines()).isNotEmpty();
      assertThat(String.join("\n", log.lines()))
          .contains("reminder ")
          .doesNotContain(
              EMAIL,
              "example.org",
              RemindersOnFile.NATIONAL_ID,
              RemindersOnFile.PHONE,
              RemindersOnFile.HOME,
              "title of");
    }
  }

  /** Every commit that marks a reminder of this citizen as sent fails. */
  private void refuseToCommit(String citizen) throws SQLException {
    file.bills()
        .update(
            """
            create or replace function broken_commit() returns trigger language plpgsql as $$
            begin
              if new.status = 'SENT' and new.citizen_id = '%s' then
                raise exception 'no commit today';
              end if;
              return null;
            end $$"""
                .formatted(citizen));
    file.bills()
        .update(
            """
            create constraint trigger broken_commit after update on reminder
            deferrable initially deferred for each row execute function broken_commit()""");
  }

  private void everyQuarterOfAnHourFor(Duration time) {
    for (long quarter = 0; quarter <= time.dividedBy(Duration.ofMinutes(15)); quarter++) {
      sender.sendAllDue();
      clock.forward(Duration.ofMinutes(15));
    }
  }

  private static void atOnce(int threads, Runnable work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  work.run();
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private String mailReader(String name) throws SQLException {
    String citizen = file.citizen(name, "en", name + EMAIL);
    file.wants(citizen, "{EMAIL}", "21:00", "08:00");
    return citizen;
  }

  private void optOut(String citizen) {
    given()
        .auth()
        .oauth2(TestTokens.citizen(citizen))
        .contentType("application/json")
        .body("{\"optedOut\": true}")
        .put("/api/v1/me/reminder-preferences")
        .then()
        .statusCode(200)
        .body("optedOut", equalTo(true));
  }

  private String scored(String citizen, LocalDate due) throws SQLException {
    String bill = file.bill(citizen, due);
    take(citizen, bill, due);
    return bill;
  }

  private void take(String citizen, String bill, LocalDate due) {
    String json = RemindersOnFile.json(file.score(citizen, bill, due));
    assertThat(intake.take(List.of(new ScoreRecord("test@" + offset++, citizen, json)))).isOne();
  }

  private static ValidatableResponse inbox(String citizen) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizen))
        .get("/api/v1/me/reminders")
        .then()
        .statusCode(200);
  }

  private static String page(String citizen) {
    return given()
        .cookie("feewise", TestTokens.citizen(citizen))
        .accept("text/html")
        .get("/reminders")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private List<String> events(String citizen) throws SQLException {
    return file.bills()
        .column(
            "select payload from outbox where topic = ? and key = ?", Topics.REMINDERS, citizen);
  }

  private MimeMessage onlyMail() {
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    return smtp.getReceivedMessages()[0];
  }

  private List<String> recipients() {
    return Stream.of(smtp.getReceivedMessages()).map(mail -> header(mail, "To")).toList();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, null);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) throws IOException, MessagingException {
    return (String) mail.getContent();
  }
}
