package org.feewise.assistant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.feewise.assistant.ApiOperations.Operation;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.assistant.paper.PaperPdfs;
import org.feewise.assistant.payments.PaymentOrders;
import org.feewise.assistant.payments.Quotes;
import org.feewise.assistant.reminders.RemindersOnFile;
import org.feewise.models.reminders.ReminderReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Goes through every call and page of a citizen, as the OpenAPI document lists them, with one
 * citizen's token and another citizen's arguments. A new call fails here until somebody has said
 * what it shows and what its arguments are.
 */
@QuarkusTest
class CitizensAreIsolatedTest {
  /** Stands in every text of the other citizen. */
  private static final String SECRET = "SECRET";

  /** Pages that are nobody's. */
  private static final Set<String> PUBLIC =
      Set.of("/sign-in", "/sign-out", "/language", "/comfort");

  /** Calls whose answer has nothing by which to tell whose it is. */
  private static final Set<String> TELL_NOTHING =
      Set.of(
          "GET /api/v1/me/reminder-preferences",
          "PUT /api/v1/me/reminder-preferences",
          "GET /paper",
          "GET /plans",
          "POST /",
          "POST /conversations/{conversationId}/delete",
          "POST /plans/{id}/accept",
          "POST /proposals",
          "POST /proposals/{proposalId}/confirm",
          "POST /proposals/{proposalId}/decline",
          "POST /api/v1/me/proposals/{proposalId}/decline");

  /** Where a photo or a PDF is handed in; the argument stands on it. */
  private static final Set<String> UPLOADS = Set.of("POST /api/v1/me/paper-bills", "POST /paper");

  /** A paper about the other citizen's open bill. */
  private static final String OWN_PAPER = "Water Bill|Amount due: CNY %s|Due date: %s";

  /** Bodies of the calls that have one, with a place for the argument. */
  private static final Map<String, List<String>> BODIES =
      Map.of(
          "POST /api/v1/me/plans",
          List.of("{\"billNos\": [%s]}", "{}", "{\"citizenId\": %s}", "{\"methods\": [%s]}"),
          "POST /api/v1/me/plans/{id}/replan",
          List.of("{}", "{\"citizenId\": %s}", "{\"methods\": [%s]}"),
          "POST /api/v1/me/paper-bills",
          List.of("Water Bill|Bill No. %s|Amount due: CNY 700.00"),
          "POST /api/v1/me/plans/what-if",
          List.of("{\"planId\": %s}", "{\"pay\": [{\"billNo\": %s}]}", "{\"citizenId\": %s}"),
          "PUT /api/v1/me/reminder-preferences",
          List.of("{\"daysBefore\": 3}", "{\"citizenId\": %s}", "{\"channels\": [%s]}"));

  /** Fields of the forms of pages. */
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "POST /",
          List.of("text", "conversationId", "replaces"),
          "POST /paper",
          List.of("Bill No."),
          "POST /plans",
          List.of("budget", "billNos"),
          "POST /plans/{id}/accept",
          List.of("citizenId"),
          "POST /plans/{id}/replan",
          List.of("budget", "citizenId"),
          "POST /plans/what-if",
          List.of("from", "planId"),
          "POST /proposals",
          List.of("billNo"),
          "POST /reminders",
          List.of("channels", "daysBefore", "quietFrom", "quietTo", "citizenId"));

  /** What the other citizen sends on their own behalf. */
  private static final Map<String, String> OWN_BODIES =
      Map.ofEntries(
          Map.entry("POST /api/v1/me/plans", "{}"),
          Map.entry("POST /api/v1/me/plans/{id}/replan", "{}"),
          Map.entry("POST /api/v1/me/plans/what-if", "{}"),
          Map.entry("PUT /api/v1/me/reminder-preferences", "{\"daysBefore\": 3}"),
          Map.entry("POST /api/v1/me/paper-bills", OWN_PAPER),
          Map.entry("POST /", "text=我有哪些没缴的账单"),
          Map.entry("POST /paper", OWN_PAPER),
          Map.entry("POST /plans", "budget="),
          Map.entry("POST /plans/{id}/accept", "citizenId="),
          Map.entry("POST /plans/{id}/replan", "budget="),
          Map.entry("POST /plans/what-if", "from=&to="),
          Map.entry("POST /proposals", "billNo="),
          Map.entry("POST /reminders", "channels=APP&daysBefore=3&quietFrom=21:00&quietTo=late"));

  /** Parameters no call has; whoever sends them must not be believed. */
  private static final List<String> UNKNOWN_PARAMETERS =
      List.of("citizenId", "citizen", "billNo", "account");

  /** Numbers of nothing, for the places that are not attacked. */
  private static final Map<String, String> NOTHING =
      Map.of("billNo", "x", "id", "x", "proposalId", "x", "orderNo", "x", "conversationId", "x");

  /** How many of the hostile arguments, the first ones, are tried in bodies too. */
  private static final int WORST = 17;

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject TestClock clock;
  @Inject Quotes quotes;
  @Inject PaymentOrders orders;
  @Inject BillLedger ledger;

  private RemindersOnFile mine;
  private RemindersOnFile others;
  private String me;
  private String other;
  private Map<String, String> own;
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, CookieFilter> browsers = new HashMap<>();
  private final Map<String, String> csrf = new HashMap<>();
  private List<String> ids;
  private List<String> hostile;

  @BeforeEach
  void twoCitizens() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    mine = new RemindersOnFile(database, cipher, clock, "MINE-");
    me = mine.citizen("c", "en", "me@example.org");
    mine.bill(me, today.plusDays(20));
    mine.bills().paid(me, "WATER", 500, today.minusDays(90), today, today.minusDays(1));
    others = new RemindersOnFile(database, cipher, clock, "OTHER-");
    other = others.citizen("c", "en", "other@example.org");
    for (int number = 0; number < 51; number++) {
      others.bills().paid(other, "WATER", 700, today.minusDays(90), today, today.minusDays(1));
    }
    String bill = others.bill(other, today.plusDays(20));
    others.bills().update("update bill set title = ? where citizen_id = ?", SECRET, other);
    String reminder = others.waiting(other, bill, clock.instant(), ReminderReason.DUE_SOON);
    others
        .bills()
        .update(
            "update reminder set status = 'SENT', sent_at = now(), message = ? where reminder_id = ?",
            SECRET,
            reminder);
    String plan =
        api(other).body("{}").post("/api/v1/me/plans").jsonPath().getString("plans[0].id");
    api(other).body("").post("/api/v1/me/plans/" + plan + "/accept").then().statusCode(200);
    JsonPath handoff = api(other).body("{\"text\": \"转人工\"}").post("/api/v1/chat").jsonPath();
    String conversation = handoff.getString("conversationId");
    String proposal = handoff.getString("actions[0].href").substring("/proposals/".length());
    String opened =
        api(other)
            .post("/api/v1/me/proposals/" + proposal + "/confirm")
            .jsonPath()
            .getString("outcome");
    String order = orders.start(other, quotes.of(other, List.of(bill), null).orElseThrow());
    own =
        Map.of(
            "billNo",
            bill,
            "id",
            plan,
            "proposalId",
            proposal,
            "orderNo",
            order,
            "conversationId",
            conversation);
    ids =
        new ArrayList<>(
            List.of(bill, plan, other, reminder, conversation, proposal, opened, order));
    ids.addAll(others.bills().column("select bill_no from bill where citizen_id = ?", other));
    ids.addAll(others.bills().column("select payment_id from payment where citizen_id = ?", other));
    hostile = hostile(List.of(bill, plan, reminder, conversation, other, proposal, opened, order));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    clock.run();
    mine.close();
    others.close();
  }

  @Test
  void everyCallShowsACitizenTheirOwn() {
    for (Operation operation : operations()) {
      String body = OWN_BODIES.get(operation.toString());
      Response answer =
          call(other, operation, own, Map.of(), OWN_PAPER.equals(body) ? ownPaper() : body);
      assertThat(answer.statusCode()).as("%s", operation).isIn(200, 303, 400, 409);
      if (!TELL_NOTHING.contains(operation.toString())) {
        String text = answer.asString();
        assertThat(ids.stream().anyMatch(text::contains) || text.contains(SECRET))
            .as(
                "%s shows its citizen something; if it cannot, list it as telling nothing",
                operation)
            .isTrue();
      }
    }
  }

  private String ownPaper() {
    BillView bill = ledger.bill(other, own.get("billNo")).orElseThrow();
    return OWN_PAPER.formatted(bill.principal(), bill.dueOn());
  }

  @Test
  void noCallShowsAnythingOfAnotherCitizenWhateverTheArguments() {
    SoftAssertions all = new SoftAssertions();
    for (Operation operation : operations()) {
      String body = body(operation, 0, "");
      for (String argument : hostile) {
        for (String parameter : operation.parameters()) {
          attack(all, operation, Map.of(parameter, argument), body, argument);
        }
      }
      for (String argument : hostile.subList(0, WORST)) {
        for (int form = 0; form < bodies(operation); form++) {
          attack(all, operation, Map.of(), body(operation, form, argument), argument);
        }
      }
      for (String parameter : UNKNOWN_PARAMETERS) {
        attack(all, operation, Map.of(parameter, other), body, other);
      }
    }
    all.assertAll();
  }

  private void attack(
      SoftAssertions all,
      Operation operation,
      Map<String, String> parameters,
      String body,
      String argument) {
    Response answer = call(me, operation, NOTHING, parameters, body);
    String text = answer.asString();
    String what = operation + " " + parameters + " " + body;
    all.assertThat(answer.statusCode()).as(what).isLessThan(500);
    all.assertThat(text).as(what).doesNotContain(SECRET);
    all.assertThat(ids).as(what).noneMatch(id -> !argument.contains(id) && text.contains(id));
    if (operation.isApi() && answer.statusCode() >= 400) {
      all.assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
      all.assertThat(text).as(what).contains("urn:feewise:problem:");
    }
  }

  /** Another's numbers, tokens made for another, and texts made to break out of a query. */
  private List<String> hostile(List<String> others) {
    List<String> values = new ArrayList<>(others);
    String bill = others.getFirst();
    for (String list : List.of("bills", "payments")) {
      JsonPath first = api(other).get("/api/v1/me/" + list).jsonPath();
      assertThat(first.getString("next")).isNotNull();
      values.add(first.getString("next"));
    }
    values.addAll(
        List.of(
            bill + "' or '1'='1",
            "' or citizen_id = '" + other + "' --",
            "'); select pg_sleep(0); --",
            "WATER' or true or fee_type='WATER",
            "WATER,ELECTRICITY') or (1=1",
            "{" + bill + "}",
            "\"" + bill + "\"",
            "%",
            "_",
            "*",
            "OTHER-%",
            "\\",
            "\0",
            bill + "\0",
            " " + bill + " ",
            bill.toLowerCase(Locale.ROOT),
            bill.replace("O", "Ｏ").replace("-", "－"),
            bill.replace("-", "-\u200B"),
            "\u202E" + new StringBuilder(bill).reverse(),
            "../" + bill,
            "..%2f" + bill,
            "./" + bill + "/../" + bill,
            bill + ";citizen=" + other,
            bill + "?x=#",
            "${7*7}{7*7}",
            "\r\nX-Citizen: " + other,
            "😀",
            "-1",
            "0",
            "1",
            "999999999999999999999",
            "2026-11-24",
            "+999999999-12-31",
            "null",
            "UNPAID,OVERDUE,PAID",
            "x".repeat(3_000)));
    values.add(pageToken("+999999999-12-31 " + bill));
    values.add(pageToken("+1000000000-12-31T23:59:59.999999999Z " + bill));
    values.add(pageToken("2026-11-24 \0"));
    values.add(pageToken("2026-11-24T00:00:00Z ' or 1=1 --"));
    return values;
  }

  private static String pageToken(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Pages first: what a citizen says themselves, another's numbers too, is shown to them later. */
  private static List<Operation> operations() {
    List<Operation> found =
        ApiOperations.all().stream()
            .filter(each -> each.path().startsWith("/api/v1/me/") || each.isPage())
            .filter(each -> !PUBLIC.contains(each.path()))
            .filter(CitizensAreIsolatedTest::isForCitizens)
            .sorted(Comparator.comparing(each -> !each.toString().startsWith("GET ")))
            .toList();
    assertThat(found).hasSizeGreaterThanOrEqualTo(14);
    for (Operation each : found) {
      Map<String, List<String>> known = each.isApi() ? BODIES : FORMS;
      if (each.hasBody()) {
        assertThat(known).as("bodies of %s", each).containsKey(each.toString());
        assertThat(OWN_BODIES).as("own body of %s", each).containsKey(each.toString());
      }
      each.pathParameters()
          .forEach(
              name ->
                  assertThat(name)
                      .as("%s", each)
                      .isIn("billNo", "id", "proposalId", "orderNo", "conversationId"));
    }
    return found;
  }

  /** Pages of analysts and operators turn citizens away. */
  private static boolean isForCitizens(Operation operation) {
    return !operation.isPage()
        || !Stream.of("/reports", "/operations").anyMatch(operation.path()::startsWith);
  }

  private static int bodies(Operation operation) {
    return operation.hasBody()
        ? (operation.isApi() ? BODIES : FORMS).get(operation.toString()).size()
        : 0;
  }

  /** The JSON, or the form field and its value, of that number; null where there is no body. */
  private static String body(Operation operation, int number, String argument) {
    if (!operation.hasBody()) {
      return null;
    }
    return operation.isApi()
        ? BODIES.get(operation.toString()).get(number).formatted(quoted(argument))
        : FORMS.get(operation.toString()).get(number) + "=" + argument.replace("&", "");
  }

  private static String quoted(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Response call(
      String citizen,
      Operation operation,
      Map<String, String> path,
      Map<String, String> parameters,
      String body) {
    Map<String, String> query = new HashMap<>(parameters);
    query.keySet().removeAll(operation.pathParameters());
    String address = operation.path();
    for (String name : operation.pathParameters()) {
      String value = parameters.getOrDefault(name, path.get(name));
      address = address.replace("{" + name + "}", encoded(value));
    }
    RequestSpecification request = operation.isApi() ? api(citizen) : page(citizen, operation);
    request.urlEncodingEnabled(false).redirects().follow(false);
    query.forEach((name, value) -> request.queryParam(name, encoded(value)));
    if (UPLOADS.contains(operation.toString())) {
      // a minute later, so that papers are read and not only counted
      clock.standAt(LocalDateTime.now(clock).plusMinutes(1));
      request
          .contentType("multipart/form-data")
          .multiPart("file", "bill.pdf", PaperPdfs.ofText(body.replace('=', ' ').split("\\|")));
    } else if (body != null && operation.isApi()) {
      request.body(body);
    } else if (body != null) {
      for (String field : body.split("&")) {
        String[] parts = field.split("=", 2);
        request.formParam(parts[0], encoded(parts[1]));
      }
    }
    return request.request(operation.method(), address);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private RequestSpecification api(String citizen) {
    return given()
        .auth()
        .oauth2(token(citizen))
        .contentType("application/json; charset=utf-8")
        .header("Accept-Language", "en");
  }

  private RequestSpecification page(String citizen, Operation operation) {
    if (operation.method().equals("GET")) {
      return browser(citizen);
    }
    String field =
        csrf.computeIfAbsent(
            citizen,
            any ->
                browser(citizen)
                    .get("/plans")
                    .asString()
                    .replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1"));
    return UPLOADS.contains(operation.toString())
        ? browser(citizen).multiPart("csrf-token", field)
        : browser(citizen)
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("csrf-token", field);
  }

  private RequestSpecification browser(String citizen) {
    return given()
        .filter(browsers.computeIfAbsent(citizen, any -> new CookieFilter()))
        .cookie("feewise", token(citizen))
        .accept("text/html");
  }

  private String token(String citizen) {
    return tokens.computeIfAbsent(citizen, TestTokens::citizen);
  }
}
