package org.feewise.assistant.reminders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.models.reminders.ReminderReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReminderPreferencesTest {
  private static final String PREFERENCES = "/api/v1/me/reminder-preferences";

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject TestClock clock;

  private RemindersOnFile file;
  private String citizen;

  @BeforeEach
  void oneCitizen() throws SQLException {
    file = new RemindersOnFile(database, cipher, clock, "PREF-");
    citizen = file.citizen("1", "en", "one@example.org");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  @Test
  void whoChoseNothingHasTheUsual() {
    me().get(PREFERENCES)
        .then()
        .statusCode(200)
        .body("channels", contains("APP"))
        .body("daysBefore", equalTo(3))
        .body("quietFrom", equalTo("21:00"))
        .body("quietTo", equalTo("08:00"))
        .body("optedOut", equalTo(false));
  }

  @Test
  void whatIsChosenIsKeptAndWhatIsLeftOutStays() throws SQLException {
    String other = file.citizen("2", "en", "two@example.org");
    put("""
            {"channels": ["EMAIL", "SMS"], "daysBefore": 10, "quietFrom": "22:30",
             "quietTo": "06:15", "optedOut": true}""")
        .statusCode(200)
        .body("channels", contains("EMAIL", "SMS"));
    put("{\"daysBefore\": 0, \"optedOut\": false}")
        .statusCode(200)
        .body("channels", contains("EMAIL", "SMS"))
        .body("daysBefore", equalTo(0))
        .body("quietFrom", equalTo("22:30"))
        .body("quietTo", equalTo("06:15"))
        .body("optedOut", equalTo(false));
    as(other).get(PREFERENCES).then().body("daysBefore", equalTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "{\"channels\": []} > channels",
        "{\"channels\": [\"EMAIL\", \"EMAIL\"]} > channels",
        "{\"channels\": [null]} > channels",
        "{\"channels\": [\"PIGEON\"]} > channels[0]",
        "{\"channels\": \"EMAIL\"} > channels",
        "{\"daysBefore\": 61} > daysBefore",
        "{\"daysBefore\": -1} > daysBefore",
        "{\"daysBefore\": 2.5} > daysBefore",
        "{\"daysBefore\": \"soon\"} > daysBefore",
        "{\"quietFrom\": \"25:00\"} > quietFrom",
        "{\"quietFrom\": \"9 pm\"} > quietFrom",
        "{\"quietTo\": \"24:30\"} > quietTo",
        "{\"optedOut\": \"maybe\"} > optedOut",
        "{\"optOut\": true} > optOut",
        "{\"citizenId\": \"C0000001\"} > citizenId"
      })
  void aWrongFieldIsNamedAndNothingChanges(String body, String field) {
    JsonPath before = me().get(PREFERENCES).jsonPath();
    put(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", not(containsString("org.feewise")));
    assertThat(me().get(PREFERENCES).jsonPath().getMap("")).isEqualTo(before.getMap(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {"'' >", "null >", "[] >", "{\"daysBefore\": >"})
  void aBodyThatIsNoPreferencesIsABadRequest(String body) {
    put(body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void thePageKeepsWhatItsFormSaysMailBeforeTheInbox() {
    form(Map.of("daysBefore", "7", "quietFrom", "22:00", "quietTo", "07:30"), "APP", "EMAIL")
        .statusCode(303)
        .header("Location", containsString("/reminders?saved=yes"));

    me().get(PREFERENCES)
        .then()
        .body("channels", contains("EMAIL", "APP"))
        .body("daysBefore", equalTo(7))
        .body("quietFrom", equalTo("22:00"))
        .body("optedOut", equalTo(false));
    String page = browser(new CookieFilter()).get("/reminders?saved=yes&lang=en").asString();
    assertThat(page).contains("Your choice is saved.", "value=\"22:00\"", "value=\"7\"");
    assertThat(page).containsPattern("value=\"EMAIL\" checked");
    assertThat(page).doesNotContainPattern("value=\"SMS\" checked");
  }

  @ParameterizedTest
  @CsvSource({
    "99,   22:00, 07:00, APP,    daysBefore, 99 days before",
    "soon, 22:00, 07:00, APP,    daysBefore, soon days before",
    "3,    late,  07:00, APP,    quietFrom,  late is not a time",
    "3,    22:00, 25:00, APP,    quietTo,    25:00 is not a time",
    "3,    22:00, 07:00, PIGEON, channels,   at least one way",
    "3,    22:00, 07:00, '',     channels,   at least one way",
  })
  void aMistakeInTheFormIsShownInItsPlaceWithWhatWasTyped(
      String days, String from, String to, String channel, String field, String says) {
    String[] channels = channel.isEmpty() ? new String[0] : new String[] {channel};
    String page =
        form(Map.of("daysBefore", days, "quietFrom", from, "quietTo", to), channels)
            .statusCode(400)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page).contains(says, "role=\"alert\"", "value=\"" + days + "\"");
    assertThat(page).contains("value=\"" + from + "\"", "value=\"" + to + "\"");
    String element = field.equals("channels") ? "<fieldset" : "name=\"" + field + "\"";
    assertThat(page).containsPattern(element + "[^>]* aria-describedby=\"problem\"");
    me().get(PREFERENCES).then().body("daysBefore", equalTo(3));
  }

  @Test
  void theOperatorSeesTheQueueAndStopsOneOfIt() throws SQLException {
    Instant soon = clock.instant().plus(Duration.ofHours(2));
    String bill = file.bill(citizen, LocalDate.now(clock).plusDays(9));
    String id = file.waiting(citizen, bill, soon, ReminderReason.DUE_SOON);

    JsonPath queue = operator().get("/api/v1/reminders/queue").then().extract().jsonPath();
    Map<String, String> waiting =
        queue.<Map<String, String>>getList("items").stream()
            .filter(item -> item.get("reminderId").equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(waiting)
        .containsEntry("status", "QUEUED")
        .containsEntry("reason", "DUE_SOON")
        .containsEntry("billNo", bill);
    assertThat(Instant.parse(waiting.get("sendAfter")).getEpochSecond())
        .isEqualTo(soon.getEpochSecond());

    operator()
        .contentType("application/json")
        .post("/api/v1/reminders/{id}/cancel", id)
        .then()
        .statusCode(204);
    operator()
        .contentType("application/json")
        .post("/api/v1/reminders/{id}/cancel", id)
        .then()
        .statusCode(404)
        .body("field", equalTo("id"));
    assertThat(file.of(citizen)).containsExactly("APP DUE_SOON CANCELLED 0");
  }

  @Test
  void longListsComeInPages() throws SQLException {
    for (int number = 0; number < 51; number++) {
      String bill = file.bill(citizen, LocalDate.now(clock).plusDays(9));
      String id = file.waiting(citizen, bill, clock.instant(), ReminderReason.DUE_SOON);
      file.bills()
          .update(
              "update reminder set status = 'SENT', message = ?, sent_at = now() - ? * interval"
                  + " '1 minute' where reminder_id = ?",
              "message " + number,
              number,
              id);
    }
    JsonPath first = me().get("/api/v1/me/reminders").jsonPath();
    assertThat(first.getList("items")).hasSize(50);
    JsonPath last = me().get("/api/v1/me/reminders?next=" + first.getString("next")).jsonPath();
    assertThat(last.getList("items.message")).isEqualTo(List.of("message 50"));
    assertThat(last.getString("next")).isNull();

    String page = browser(new CookieFilter()).get("/reminders").asString();
    assertThat(page).contains("/reminders?next=" + first.getString("next"));
    assertThat(page).contains("message 49").doesNotContain("message 50");
  }

  @Test
  void eachDoorIsOpenToItsRoleOnly() {
    List<String> citizens = List.of("/api/v1/me/reminders", PREFERENCES);
    List<String> operators = List.of("/api/v1/reminders/queue", "/api/v1/risk/scores");
    for (String path : citizens) {
      given().get(path).then().statusCode(401);
      operator().get(path).then().statusCode(403);
      me().get(path).then().statusCode(200);
    }
    for (String path : operators) {
      given().get(path).then().statusCode(401);
      me().get(path).then().statusCode(403);
      given().auth().oauth2(TestTokens.of(Role.Name.ANALYST)).get(path).then().statusCode(403);
      operator().get(path).then().statusCode(200);
    }
    me().post("/api/v1/reminders/x/cancel").then().statusCode(403);
  }

  private ValidatableResponse form(Map<String, String> fields, String... channels) {
    CookieFilter cookies = new CookieFilter();
    String page = browser(cookies).get("/reminders?lang=en").asString();
    RequestSpecification form =
        browser(cookies)
            .formParam(
                "csrf-token",
                page.replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1"))
            .formParams(fields);
    for (String channel : channels) {
      form.formParam("channels", channel);
    }
    return form.redirects().follow(false).post("/reminders?lang=en").then();
  }

  private RequestSpecification browser(CookieFilter cookies) {
    return given()
        .filter(cookies)
        .cookie("feewise", TestTokens.citizen(citizen))
        .accept("text/html");
  }

  private ValidatableResponse put(String body) {
    return me().contentType("application/json").body(body).put(PREFERENCES).then();
  }

  private RequestSpecification me() {
    return as(citizen);
  }

  private static RequestSpecification as(String citizenId) {
    return given().auth().oauth2(TestTokens.citizen(citizenId)).header("Accept-Language", "en");
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(TestTokens.of(Role.Name.OPERATOR));
  }
}
