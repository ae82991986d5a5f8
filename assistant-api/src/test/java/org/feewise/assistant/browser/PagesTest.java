package org.feewise.assistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.cases.CaseDetails;
import org.feewise.assistant.cases.CaseKind;
import org.feewise.assistant.cases.Cases;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.payments.PaymentOrders;
import org.feewise.assistant.payments.Quote;
import org.feewise.assistant.payments.Quotes;
import org.feewise.assistant.proposals.Proposals;
import org.feewise.assistant.proposals.ProposedCall;
import org.feewise.assistant.reports.TrendOnFile;
import org.feewise.assistant.reports.risk.RiskRunOnFile;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, as real people's browsers show it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PagesTest {
  private record Visit(String account, List<String> paths) {}

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;
  @Inject Cases cases;
  @Inject Proposals proposals;
  @Inject Quotes quotes;
  @Inject PaymentOrders orders;

  private static Chromium chromium;
  private BillsOnFile file;
  private TrendOnFile trend;
  private RiskRunOnFile risk;
  private String proposal;
  private String payment;
  private String order;

  @BeforeEach
  void putBillsIn() throws SQLException {
    file = new BillsOnFile(database, "pages-");
    LocalDate today = LocalDate.now(clock);
    file.open("C0000008", "PROPERTY_TAX", 120_000, today.minusDays(90), today.minusDays(30));
    file.open("C0000008", "WATER", 8_640, today.minusDays(10), today.plusDays(12));
    file.paid(
        "C0000008", "GAS", 9_950, today.minusDays(50), today.minusDays(20), today.minusDays(25));
    score(file.open("C0000008", "TUITION", 500_000, today.minusDays(5), today.plusDays(25)));
    CaseDetails details =
        new CaseDetails(
            "这笔水费收错了",
            FeeType.WATER,
            "pages-1",
            Money.parse("86.40"),
            List.of(new CaseDetails.Line("水费多少", "86.40 元", clock.instant())));
    cases.open("C0000008", CaseKind.DISPUTE, details);
    proposal = proposals.propose("C0000008", new ProposedCall.OpenCase(CaseKind.REFUND, details));
    Quote quote = quotes.of("C0000008", List.of("pages-1", "pages-2"), null).orElseThrow();
    payment = proposals.propose("C0000008", ProposedCall.StartPayment.of(quote));
    order = orders.start("C0000008", quote);
    trend = new TrendOnFile(database);
    risk =
        new RiskRunOnFile(database, "CHAMPION_STAYS", false)
            .alarm("FEATURE", "amount_log")
            .drift("amount_log", 0.9, 0.1, 0.25)
            .month("2026-09", true, 0.2, 0.22)
            .month("2026-10", false, 0.21, 0.23)
            .group("district", "东湖区", 0.12)
            .group("disabled", "yes", 0.1);
    for (int month = 1; month <= 12; month++) {
      long[] counts = {100 + month, 80, 12, month};
      long[] fen = {50_000_000L * month, 48_000_000L * month, 1_234_567};
      trend.row("WATER", month, "东湖区", counts, fen).row("GAS", month, "石桥县", counts, fen);
    }
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
  }

  /** Gives a bill a score, and a reminder that waits. */
  private void score(String billNo) throws SQLException {
    file.update(
        """
        insert into risk_score (bill_no, citizen_id, scored_at, model_version, probability_late, band,
          expected_days_late, reasons, event_id)
        values (?, 'C0000008', now(), 'test', 0.9, 'HIGH', 4,
          '[{"feature": "payer_late_share", "value": "0.621", "contribution": 1.2}]', 'pages')""",
        billNo);
    file.update(
        """
        insert into reminder (reminder_id, citizen_id, bill_no, channel, reason, status, send_after,
          source)
        values ('pages', 'C0000008', ?, 'APP', 'DUE_SOON', 'QUEUED', now() + interval '1 day', 'test')
        """,
        billNo);
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    trend.close();
    risk.close();
    for (String table : List.of("service_case", "proposal", "payment_order")) {
      file.update("delete from " + table + " where citizen_id = ?", "C0000008");
    }
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  private List<Visit> visits() {
    return List.of(
        new Visit(
            "citizen8",
            List.of(
                "/",
                "/conversations",
                "/bills",
                "/plans",
                "/reminders",
                "/cases",
                "/payments",
                "/paper",
                "/payments/" + order,
                "/proposals/" + proposal,
                "/proposals/" + payment)),
        new Visit(
            "analyst",
            List.of("/reports?from=1991-01&by=month", "/reports?by=district", "/reports/risk")),
        new Visit("operator", List.of("/operations", "/operations/cases")));
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageFitsItsWindowAndIsAccessible(Look look) {
    List<String> faults = new ArrayList<>();
    for (Visit visit : visits()) {
      try (BrowserContext window = chromium.window(look)) {
        Page page = Chromium.signIn(window, visit.account(), EmbeddedServersResource.DEMO_PASSWORD);
        page.onPageError(error -> faults.add("script: " + error));
        for (String path : visit.paths()) {
          faults.addAll(faultsOf(page, path, look));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> faultsOf(Page page, String path, Look look) {
    List<String> faults = new ArrayList<>();
    Response response = page.navigate(path);
    if (response.status() != 200) {
      faults.add(path + " answers " + response.status());
    }
    if (!page.locator("html").getAttribute("lang").equals(look.language())) {
      faults.add(path + " is not in " + look.language());
    }
    Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (((Number) overflow).intValue() > 0) {
      faults.add(path + " is " + overflow + " px too wide");
    }
    Accessibility.faults(page).forEach(fault -> faults.add(path + " " + fault));
    return faults;
  }
}
