package org.feewise.assistant.chat.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChatPageTest {
  private static final String MINE = "CHATPAGE-A";
  private static final String OTHERS = "CHATPAGE-B";

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject PersonalCipher cipher;

  private BillsOnFile file;
  private CookieFilter cookies;

  @BeforeEach
  void oneOpenBill() throws SQLException {
    file = new BillsOnFile(database, "PAGE2026-");
    cookies = new CookieFilter();
    LocalDate today = LocalDate.now(clock);
    for (String citizen : new String[] {MINE, OTHERS}) {
      file.update(
          "insert into citizen (citizen_id, source) values (?, 'test') on conflict do nothing",
          citizen);
    }
    String water = file.open(MINE, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    file.update(
        "update bill set title = '<script>alert(1)</script> & Co' where bill_no = ?", water);
  }

  @AfterEach
  void takeItOut() throws SQLException {
    file.close();
    for (String table : List.of("proposal", "conversation")) {
      file.update("delete from " + table + " where citizen_id in (?, ?)", MINE, OTHERS);
    }
  }

  private RequestSpecification browser(String citizenId) {
    return given()
        .filter(cookies)
        .cookie("feewise", TestTokens.citizen(citizenId))
        .header("Accept", "text/html")
        .redirects()
        .follow(false);
  }

  private String page(String path) {
    return browser(MINE).get(path).then().statusCode(200).extract().asString();
  }

  private Response send(String citizenId, String text, String conversationId) {
    return form(citizenId)
        .formParam("text", text)
        .formParam("conversationId", conversationId)
        .post("/");
  }

  private RequestSpecification form(String citizenId) {
    String form = browser(citizenId).get("/?new=yes").asString();
    String csrf = form.replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
    return browser(citizenId)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("csrf-token", csrf);
  }

  @Test
  void withoutAScriptTheFormAsksAndThePageShowsTheReply() {
    assertThat(page("/?lang=zh-CN")).contains("我现在一共欠多少钱？", "下一个截止日是哪天？", "name=\"text\"");

    Response sent = send(MINE, "水费多少", "");
    sent.then().statusCode(303).header("Location", endsWith("#latest"));
    String shown = page(sent.header("Location").replace("#latest", ""));

    assertThat(shown)
        .contains("水费多少", "49.14", "href=\"/bills\"")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co")
        .doesNotContain("<script>alert", "我现在一共欠多少钱？");
    assertThat(page("/")).as("the first page goes on with the latest").contains("49.14");
    assertThat(page("/?new=yes")).doesNotContain("49.14");
  }

  @Test
  void theFormGoesOnWithTheConversation() throws SQLException {
    String first = idIn(send(MINE, "水费多少", ""));
    String second = idIn(send(MINE, "那电费呢", first));

    assertThat(second).isEqualTo(first);
    assertThat(page("/?conversation=" + first)).containsSubsequence("水费多少", "那电费呢");
  }

  private static String idIn(Response sent) {
    return sent.header("Location").replaceAll(".*conversation=([^#]+)#.*", "$1");
  }

  @Test
  void aCitationOpensTheParagraphInTheLanguageOfThePage() throws IOException {
    String id = idIn(send(MINE, "交通罚款可以分期吗", ""));
    JsonNode told = paragraph(page("/?conversation=" + id));

    assertThat(opened(page("/?lang=zh-CN&conversation=" + id)))
        .contains(told.at("/zh/title").asText(), told.at("/zh/text").asText().strip());
    assertThat(opened(page("/?lang=en&conversation=" + id)))
        .contains(told.at("/en/title").asText(), told.at("/en/text").asText().strip());
  }

  /** The paragraph in the file of rules whose title a page's citation has. */
  private static JsonNode paragraph(String page) throws IOException {
    String title = page.replaceAll("(?s).*class=\"citations\".*?<strong>([^<]+)</strong>.*", "$1");
    for (String file : List.of("fines", "rights", "paying")) {
      try (InputStream library =
          PolicyLibrary.class.getResourceAsStream("library/" + file + ".yaml")) {
        for (JsonNode paragraph : new YAMLMapper().readTree(library)) {
          if (paragraph.at("/zh/title").asText().equals(title)) {
            return paragraph;
          }
        }
      }
    }
    throw new AssertionError("no rule has the title " + title);
  }

  private static String opened(String page) {
    return page.substring(page.indexOf("class=\"citations\""))
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
  }

  @Test
  void aBillsRuleOpensItsLawsWithTheirOfficialPages() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    file.open(MINE, "TRAFFIC_FINE", 20_000, today.minusDays(90), today.minusDays(40));
    String id = idIn(send(MINE, "交通罚款为什么多了", ""));

    assertThat(opened(page("/?lang=zh-CN&conversation=" + id)))
        .contains("《中华人民共和国行政处罚法》第72条</a>", "《中华人民共和国道路交通安全法》第109条")
        .contains("href=\"https://www.gov.cn/xinwen/2021-01/23/content_5582030.htm\"");
    assertThat(opened(page("/?lang=en&conversation=" + id)))
        .contains("Administrative Penalty Law, art. 72</a>");
  }

  @Test
  void aTurnWhoseRuleIsNoLongerInTheLibraryIsDrawnAsItWasKept() throws SQLException {
    String id = idIn(send(MINE, "交通罚款可以分期吗", ""));
    String kept =
        "select encode(reply_cipher, 'hex') from conversation_turn where conversation_id = ?";
    String reply = cipher.decrypt(HexFormat.of().parseHex(file.column(kept, id).getFirst()), MINE);
    String old = reply.replaceFirst("(\"citations\":\\[\\{\"title\":\")[^\"]+", "$1一条旧规定");
    file.update(
        "update conversation_turn set reply_cipher = ?, beside_cipher = null where conversation_id = ?",
        cipher.encrypt(old, MINE),
        id);

    assertThat(opened(page("/?conversation=" + id))).contains("一条旧规定", "第");
  }

  /** Of two bills alike in all but their number, exactly the one on the card. */
  @Test
  void aCardLeadsToPayingItsOwnBill() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    String twin = file.open(MINE, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    String shown = page("/?conversation=" + idIn(send(MINE, "水费多少", "")));
    assertThat(shown)
        .contains("form=\"pay\" name=\"billNo\" value=\"" + twin + "\"", "action=\"/proposals\"");

    Response proposed = form(MINE).formParam("billNo", twin).post("/proposals");
    proposed.then().statusCode(303).header("Location", containsString("/proposals/"));
    String path = proposed.header("Location").replaceAll(".*(/proposals/)", "$1");
    assertThat(page(path)).contains(twin, "49.14").doesNotContain("PAGE2026-1");
  }

  @Test
  void whatIsNoOpenBillOfTheCitizenIsNotProposed() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    String paid =
        file.paid(MINE, "GAS", 900, today.minusDays(50), today.minusDays(20), today.minusDays(25));
    String theirs = file.open(OTHERS, "GAS", 777, today.minusDays(3), today.plusDays(20));
    Response settled = form(MINE).formParam("billNo", paid).post("/proposals");
    assertThat(settled.statusCode()).isEqualTo(409);
    assertThat(settled.asString()).contains("已经缴清");
    Response missing = form(MINE).formParam("billNo", "NOBODYS").post("/proposals");
    Response anothers = form(MINE).formParam("billNo", theirs).post("/proposals");
    assertThat(anothers.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
    assertThat(form(MINE).post("/proposals").statusCode()).isEqualTo(400);
    assertThat(file.column("select 1 from proposal where citizen_id = ?", MINE)).isEmpty();
  }

  @Test
  void aCardThatGrewLeadsToTheWorkingOfItsSurcharge() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    String late =
        file.open(MINE, "PROPERTY_TAX", 200_000, today.minusDays(90), today.minusDays(60));
    String shown = page("/?conversation=" + idIn(send(MINE, "我现在欠多少钱", "")));
    String href = "/bills?bill=" + late + "#" + late;
    assertThat(shown).contains("href=\"" + href + "\"").containsOnlyOnce("/bills?bill=");
    assertThat(page("/bills?bill=" + late).split("<details open>")).hasSize(2);
    assertThat(page("/bills")).doesNotContain("<details open>");
  }

  @Test
  void aRefusedMessageIsKeptInTheFormWithTheReason() {
    String text = "水".repeat(2001);
    Response sent = send(MINE, text, "");

    assertThat(sent.statusCode()).isEqualTo(400);
    assertThat(sent.asString()).contains("role=\"alert\"", "2000", text);
  }

  @Test
  void anothersConversationIsNotShown() {
    String theirs = idIn(send(OTHERS, "水费多少", ""));

    browser(MINE).get("/?conversation=" + theirs).then().statusCode(404);
    Response sent = send(MINE, "那电费呢", theirs);
    assertThat(sent.statusCode()).isEqualTo(404);
    assertThat(sent.asString()).contains("那电费呢").doesNotContain("水费多少");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    browser(MINE).formParam("text", "水费多少").post("/").then().statusCode(400);
  }

  @Test
  void aVisitorIsLedToSignIn() {
    given()
        .header("Accept", "text/html")
        .redirects()
        .follow(false)
        .get("/")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2F"));
  }

  @ParameterizedTest
  @CsvSource({Role.Name.ANALYST + ", /reports", Role.Name.OPERATOR + ", /operations"})
  void whoIsNoCitizenIsLedToTheirOwnPage(String role, String home) {
    given()
        .cookie("feewise", TestTokens.of(role))
        .header("Accept", "text/html")
        .redirects()
        .follow(false)
        .get("/")
        .then()
        .statusCode(303)
        .header("Location", endsWith(home));
  }
}
