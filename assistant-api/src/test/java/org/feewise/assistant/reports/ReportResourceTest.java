package org.feewise.assistant.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ReportResourceTest {
  private static final String TREND = "/api/v1/reports/payment-trend?from=1991-01&to=1991-12&by=";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Pattern CODE_POINT = Pattern.compile("&#x([0-9a-f]+);");

  @Inject DataSource database;
  @TempDir Path folder;

  private TrendOnFile file;

  /** The sums in these tests are worked out by hand from these rows. */
  @BeforeEach
  void putRowsOnFile() throws SQLException {
    file =
        new TrendOnFile(database)
            .row("WATER", 1, "东湖区", counts(100, 70, 20, 10), fen(500_000, 450_000, 50_000))
            .row("WATER", 1, "西岭区", counts(50, 45, 5, 0), fen(250_050, 250_050, 0))
            .row("WATER", 1, "石桥县", counts(3, 1, 1, 1), fen(15_000, 10_000, 5_000))
            .row("WATER", 2, "东湖区", counts(110, 40, 10, 20), fen(560_000, 300_000, 100_000))
            .row("TUITION", 2, "西岭区", counts(6, 5, 0, 1), fen(3_000_000, 2_500_000, 500_000))
            .row("TUITION", 2, "石桥县", counts(4, 4, 0, 0), fen(2_000_000, 2_000_000, 0))
            .row("PARKING", 2, "东湖区", counts(2, 2, 0, 0), fen(2_000, 2_000, 0));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  private static long[] counts(long bills, long onTime, long late, long overdue) {
    return new long[] {bills, onTime, late, overdue};
  }

  private static long[] fen(long billed, long collected, long overdue) {
    return new long[] {billed, collected, overdue};
  }

  private static RequestSpecification analyst() {
    return given()
        .auth()
        .oauth2(TestTokens.of(Role.Name.ANALYST))
        .header("Accept-Language", "en")
        .urlEncodingEnabled(true);
  }

  private static ValidatableResponse rows(String byAndMore) {
    return analyst().get(TREND + byAndMore).then().statusCode(200);
  }

  @Test
  void listsTheReportsThereAre() {
    analyst()
        .get("/api/v1/reports")
        .then()
        .statusCode(200)
        .body(
            "items.name",
            contains(
                "payment-trend", "risk-runs", "risk-drift", "risk-calibration", "risk-fairness"))
        .body("items[0].title", equalTo("Payment trend"))
        .body("items[0].href", equalTo("/api/v1/reports/payment-trend"))
        .body("next", nullValue());
  }

  @Test
  void sumsUpByMonth() {
    JsonPath report = rows("month").extract().jsonPath();
    assertThat(report.getList("rows.month")).containsExactly("1991-01", "1991-02");
    assertThat(report.getList("rows.bills")).containsExactly(153, 122);
    assertThat(report.getList("rows.billed")).containsExactly("7650.50", "55620.00");
    assertThat(report.getList("rows.collected")).containsExactly("7100.50", "48020.00");
    assertThat(report.getList("rows.onTimeShare")).containsExactly(0.7582f, 0.622f);
    assertThat(report.getList("rows.onTimeBills")).containsExactly(116, 51);
    assertThat(report.getList("rows.lateBills")).containsExactly(26, 10);
    assertThat(report.getList("rows.overdueBills")).containsExactly(11, 21);
    assertThat(report.getList("rows.overdueAmount")).containsExactly("550.00", "6000.00");
    assertThat(OffsetDateTime.parse(report.getString("asOf")).toInstant())
        .isEqualTo(TrendOnFile.COMPUTED.toInstant());
  }

  @Test
  void sumsUpByFeeTypeTheMostBilledFirst() {
    rows("feeType")
        .body("rows.feeType", contains("TUITION", "WATER", "PARKING"))
        .body("rows.feeTypeName", hasItem("Water"))
        .body("rows.bills", contains(10, 263, 2))
        .body("rows.billed", contains("50000.00", "13250.50", "20.00"));
  }

  @Test
  void showsFeeTypesMonthByMonthWithoutBeingAsked() {
    analyst()
        .get("/api/v1/reports/payment-trend?from=1991-01-15&to=1991-02-01")
        .then()
        .statusCode(200)
        .body("filters.by", contains("month", "feeType"))
        .body("rows.month", contains("1991-01", "1991-02", "1991-02", "1991-02"))
        .body("rows.feeType", contains("WATER", "TUITION", "WATER", "PARKING"));
  }

  @Test
  void countsSmallGroupsOfADistrictAmongTheOthers() {
    rows("district")
        .body("rows.district", contains("东湖区", "OTHER"))
        .body("rows.districtName", contains("东湖区", "Other districts"))
        .body("rows.bills", contains(210, 65))
        .body("rows.billed", contains("10600.00", "52670.50"))
        .body("notes", hasItem(containsString("fewer than 5 bills")));
  }

  @Test
  void doesNotLetASmallGroupBeWorkedOutFromTheRest() {
    rows("feeType,district&feeType=TUITION")
        .body("rows.district", contains("OTHER"))
        .body("rows.bills", contains(10));
    rows("district&feeType=PARKING").body("rows", empty());
    analyst()
        .get("/api/v1/reports/payment-trend?to=1991-01&from=1991-01&by=district&feeType=WATER")
        .then()
        .body("rows.district", contains("东湖区", "OTHER"))
        .body("rows.bills", contains(100, 53));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "district",
        "month,district",
        "feeType,district",
        "month,feeType,district",
        "month&district=东湖区",
        "feeType&district=东湖区",
        "feeType&district=OTHER",
        "district&feeType=PARKING"
      })
  void noRowOfADistrictStandsForFewerThanFiveBills(String question) {
    assertThat(rows(question).extract().jsonPath().<Integer>getList("rows.bills"))
        .allSatisfy(bills -> assertThat(bills).isGreaterThanOrEqualTo(5));
  }

  @Test
  void filtersByFeeTypeMonthAndDistrict() {
    rows("feeType&district=东湖区")
        .body("rows.feeType", contains("WATER"))
        .body("rows.bills", contains(210));
    analyst()
        .get("/api/v1/reports/payment-trend?from=1991-02&to=1991-02-28&feeType=WATER&by=month")
        .then()
        .body("rows.billed", contains("5600.00"))
        .body("filters.from", equalTo("1991-02"))
        .body("filters.feeType", equalTo("WATER"));
  }

  @Test
  void shareIsEmptyWhileNothingIsDecided() throws SQLException {
    file.row("GAS", 3, "东湖区", counts(9, 0, 0, 0), fen(900, 0, 0));
    rows("feeType&feeType=GAS").body("rows[0].onTimeShare", nullValue());
  }

  @Test
  void explainsItsColumnsInTheCallersLanguage() {
    rows("month")
        .body("columns.name", hasItems("month", "billed", "onTimeShare"))
        .body("columns.find { it.name == 'billed' }.unit", equalTo("CNY"))
        .body("columns.find { it.name == 'onTimeShare' }.unit", equalTo("share from 0 to 1"))
        .body("columns.find { it.name == 'onTimeShare' }.description", containsString("due date"));
    given()
        .auth()
        .oauth2(TestTokens.of(Role.Name.ANALYST))
        .get(TREND + "feeType")
        .then()
        .body("title", equalTo("缴费趋势"))
        .body("rows.feeTypeName", hasItem("水费"))
        .body("columns.find { it.name == 'billed' }.unit", equalTo("元"));
  }

  @ParameterizedTest
  @CsvSource({
    "feeType=CAKE, feeType",
    "feeType=water, feeType",
    "district=nowhere, district",
    "district=石桥县, district",
    "district=西岭区, district",
    "from=1991-13, from",
    "from=last week, from",
    "to=1991-02-30, to",
    "to=19910101, to",
    "from=1991-03&to=1991-02, to",
    "by=colour, by",
    "'by=month,citizen', by"
  })
  void aWrongParameterIsNamed(String query, String field) {
    analyst()
        .get("/api/v1/reports/payment-trend?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void anUnknownReportIsNotFound() {
    analyst()
        .get("/api/v1/reports/citizens")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:feewise:problem:no-such-report"));
  }

  @Test
  void aFormThatItDoesNotHaveIsNotAcceptable() {
    analyst()
        .accept("application/pdf")
        .get(TREND + "month")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void csvOpensInASpreadsheetWithItsChineseRight() {
    byte[] csv = bytes("text/csv", "month,feeType");
    assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(csv, StandardCharsets.UTF_8).substring(1).split("\r\n"))
        .startsWith(
            "month,feeType,feeTypeName,bills,billed,collected,onTimeShare,onTimeBills,lateBills,"
                + "overdueBills,overdueAmount",
            "1991-01,WATER,水费,153,7650.50,7100.50,0.7582,116,26,11,550.00");
  }

  private static byte[] bytes(String type, String by) {
    return analyst()
        .accept(type)
        .get(TREND + by + "&lang=zh-CN")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(type))
        .header("Content-Disposition", containsString("payment-trend."))
        .extract()
        .asByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
  void noCellOfAFileBecomesAFormula(String district) throws SQLException, IOException {
    file.row("GAS", 3, district, counts(20, 20, 0, 0), fen(2_000, 2_000, 0));
    assertThat(new String(bytes("text/csv", "district"), StandardCharsets.UTF_8))
        .contains("'" + district)
        .doesNotContainPattern("(?m)(^|,)\"?" + Pattern.quote(district));
    Map<String, String> parts = unzip(bytes(SPREADSHEET, "district"));
    assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    assertThat(parts.get("xl/sharedStrings.xml")).contains(district);
  }

  @Test
  void spreadsheetHasTitlesNumbersAndASheetOfMeanings() throws IOException {
    Map<String, String> parts = unzip(bytes(SPREADSHEET, "month"));
    assertThat(parts.get("xl/workbook.xml")).contains("数据", "说明");
    assertThat(parts.get("xl/sharedStrings.xml")).contains("应收 (元)", "1991-01", "按时率");
    assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>7650.50</v>", "<v>0.7582</v>");
    assertThat(parts.get("xl/styles.xml")).contains("#,##0.00", "0.0%");
  }

  /** The parts of a spreadsheet, found by its directory as spreadsheet programs do. */
  private Map<String, String> unzip(byte[] content) throws IOException {
    Map<String, String> parts = new HashMap<>();
    Path spreadsheet = Files.write(folder.resolve("report.xlsx"), content);
    try (ZipFile zip = new ZipFile(spreadsheet.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] part = zip.getInputStream(entry).readAllBytes();
        String text = new String(part, StandardCharsets.UTF_8);
        parts.put(
            entry.getName(),
            CODE_POINT
                .matcher(text)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16))));
      }
    }
    return parts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/reports", "/api/v1/reports/payment-trend"})
  void onlyAnAnalystIsAnswered(String address) {
    given().get(address).then().statusCode(401).contentType("application/problem+json");
    for (String token :
        List.of(TestTokens.citizen("C0000001"), TestTokens.of(Role.Name.OPERATOR))) {
      given()
          .auth()
          .oauth2(token)
          .get(address)
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
    }
  }

  @Test
  void tellsOfNoPerson() {
    List<String> words = List.of("citizen", "C0000", "billNo", "bill_no", "payer_kind");
    Stream.of("month", "feeType", "month,feeType,district&citizenId=C0000001")
        .map(question -> rows(question).extract().asString())
        .forEach(answer -> assertThat(answer).doesNotContain(words));
    analyst().get("/api/v1/me/bills").then().statusCode(403);
    analyst().get("/api/v1/risk/scores").then().statusCode(403);
    analyst().get("/api/v1/reminders/queue").then().statusCode(403);
  }

  @Test
  void openApiShowsAllThreeFormsWithExamples() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .body(
            "paths.'/api/v1/reports/{name}'.get.responses.'200'.content.keySet()",
            hasItems("application/json", "text/csv", SPREADSHEET))
        .body(
            "paths.'/api/v1/reports/{name}'.get.parameters.name",
            hasItems("name", "from", "to", "feeType", "district", "by"))
        .body("paths.'/api/v1/reports/{name}'.get.parameters.example", not(hasSize(0)));
  }
}
