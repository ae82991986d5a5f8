package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people come for, done the way they do it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class JourneyTest {
  private static final String CITIZEN = "C0000007";
  private static final double PATIENCE_MILLIS = 30_000;

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private static Chromium chromium;
  private BillsOnFile file;
  private LocalDate today;
  private LocalDate due;

  @BeforeEach
  void putAnOverdueTaxIn() throws SQLException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "journey-");
    today = LocalDate.now(clock);
    due = OfficialCalendar.builtIn().rollForward(today.minusDays(40)).effectiveOn();
    file.open(CITIZEN, "PROPERTY_TAX", 200_000, due.minusDays(30), due);
  }

  @AfterEach
  void takeItOut() throws SQLException {
    file.close();
    for (String table :
        new String[] {"payment_order", "proposal", "payment_plan", "conversation", "reminder"}) {
      file.update("delete from " + table + " where citizen_id = ?", CITIZEN);
    }
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  /** 2,000.00 x 0.05 % = 1.00 a day. */
  private Money surcharge() {
    return Money.ofYuan(ChronoUnit.DAYS.between(due, today));
  }

  private Page signIn(BrowserContext window) {
    return Chromium.signIn(window, "citizen7", EmbeddedServersResource.DEMO_PASSWORD);
  }

  @Test
  void aCitizenOnAPhoneAsksWhyItGrewAndFindsTheAnswerAgainAfterAReload() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      page.locator("#text").fill("房产税为什么有滞纳金");
      page.locator("#text").press("Enter");
      assertThat(page.locator("#turns .replied .words")).containsText(surcharge().toString());
      assertThat(page.locator("#turns .citations")).containsText("税收征收管理法");

      page.reload();
      assertThat(page.locator("#turns .said .words")).hasText("房产税为什么有滞纳金");
      assertThat(page.locator("#turns .replied .words")).containsText(surcharge().toString());
    }
  }

  @Test
  void whereScriptsDoNotRunTheFormAsksAllTheSame() {
    try (BrowserContext window = chromium.window(Look.PHONE.withoutScripts().english())) {
      Page page = signIn(window);
      page.locator("#text").fill("How much do I owe?");
      page.locator("#send").click();
      assertThat(page.locator("#turns .replied .words"))
          .containsText(Money.ofYuan(2000).plus(surcharge()).toString());
    }
  }

  @Test
  void aPlanIsProposedWithinABudgetAndAccepted() {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      Page page = signIn(window);
      page.locator("nav a[href='/plans']").click();
      page.locator("#budget").fill("900");
      page.locator("form[action='/plans'] button").click();
      page.locator("form[action$='/accept'] button").first().click();
      assertThat(page.locator("[role=status]")).isVisible();
      assertThat(page.url()).contains("/plans?accepted");
    }
  }

  @Test
  void aPaymentIsStartedFromTheChatOnAPhone() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      String total = Money.ofYuan(2000).plus(surcharge()).toString();
      page.locator("#text").fill("到柜台把房产税交了");
      page.locator("#text").press("Enter");
      page.locator("#turns .actions a[href^='/proposals/']").click();
      assertThat(page.locator("main")).containsText("不会扣款");
      assertThat(page.locator("main")).containsText(total);
      page.locator("form[action$='/confirm'] button").click();
      page.locator("main a[href^='/payments/']").click();
      assertThat(page.locator("h1")).containsText("待缴");
      assertThat(page.locator(".pairs .large")).containsText(total);
      assertThat(page.locator("#print")).isVisible();
      page.locator("main a[href='/payments']").click();
      assertThat(page.locator("article")).hasCount(1);
    }
  }

  @Test
  void whoPrefersEnglishSwitchesAndStaysOnThePage() {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      Page page = signIn(window);
      page.navigate("/bills");
      page.locator(".top-tools a[lang=en]").click();
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.url()).endsWith("/bills");
    }
  }

  @Test
  void afterSigningOutNothingIsShown() {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      Page page = signIn(window);
      page.locator("form[action='/sign-out'] button").click();
      page.navigate("/bills");
      assertThat(page.url()).contains("/sign-in");
      assertThat(page.locator("body")).not().containsText("2000.00");
    }
  }
}
