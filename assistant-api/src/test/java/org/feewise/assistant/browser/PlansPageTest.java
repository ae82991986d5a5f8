package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.plans.PlanCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of the page of plans: help, three plans, an accepted plan, what-if. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PlansPageTest {
  private static final String CITIZEN = "C0000009";

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private static Chromium chromium;
  private BillsOnFile file;

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  /** One browser serves every test; each has a window of its own. */
  @BeforeEach
  void openTheBrowser() {
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
  }

  @BeforeEach
  void billsToPlanFor() throws SQLException {
    file = new BillsOnFile(database, "plans-");
    LocalDate today = LocalDate.now(clock);
    file.open(CITIZEN, "PROPERTY_TAX", 120_000, today.minusDays(90), today.minusDays(30));
    file.open(CITIZEN, "TRAFFIC_FINE", 60_000, today.minusDays(10), today.plusDays(12));
    file.open(CITIZEN, "MEDICAL_INSURANCE", 40_000, today.minusDays(10), today.plusDays(30));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    file.update("delete from payment_plan where citizen_id = ?", CITIZEN);
    file.update("delete from reminder where citizen_id = ?", CITIZEN);
  }

  static Stream<Look> looks() {
    return Stream.of(Look.PHONE, Look.DESKTOP.english().dark());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyStateFitsItsWindowAndIsAccessible(Look look) {
    try (BrowserContext window = chromium.window(look)) {
      Page page = Chromium.signIn(window, "citizen9", EmbeddedServersResource.DEMO_PASSWORD);
      page.navigate("/plans");
      page.locator("#income").fill("3000");
      page.locator("#needs").fill("3000");
      page.locator("form[action='/plans'] button").click();
      assertThat(page.locator("#help-title")).isVisible();
      fitsAndIsAccessible(page, "help");

      page.locator("#income").fill("");
      page.locator("#needs").fill("");
      page.locator("#budget").fill("900");
      assertThat(page.locator("#budget-slider")).hasValue("900");
      page.locator("#budget-slider").focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#budget")).hasValue("950");
      page.locator("form[action='/plans'] button").click();
      assertThat(page.locator(".plan").first()).isVisible();
      assertThat(page.locator("#print")).isVisible();
      assertThat(page.locator(".plan a[rel~='noreferrer']").first())
          .hasAttribute("href", Pattern.compile("https://www\\.gov\\.cn/.*"));
      fitsAndIsAccessible(page, "plans");

      page.locator("form[action$='/accept'] button").first().click();
      assertThat(page.locator("#current-done")).isVisible();
      page.locator("#what-if > summary").click();
      page.locator("#to").fill(LocalDate.now(clock).plusDays(45).toString());
      page.locator("#change-method").selectOption("COUNTER");
      page.locator("#change-instalments").fill("2");
      page.locator("#what-if button").click();
      assertThat(page.locator(".ways .notice").first()).isVisible();
      assertThat(page.locator("#change-method")).hasValue("COUNTER");
      fitsAndIsAccessible(page, "accepted");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      isLegibleOnPaper(page);
    }
  }

  /** On paper the law and the conditions stand open, and nothing is there to be pressed. */
  private static void isLegibleOnPaper(Page page) {
    for (Locator control : page.locator("main button, main input, main select").all()) {
      assertThat(control).isHidden();
    }
    assertThat(page.locator("#current-title ~ details:not(.more) li").first()).isVisible();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(page.locator("#current-title")).hasCSS("color", "rgb(0, 0, 0)");
  }

  /** 800.00 in time; 400.00 ten days late, which costs 400 x 0.0005 x 10 = 2.00. */
  @Test
  void everyChangeOfThePlanIsWorkedOutWithoutScripts() throws SQLException {
    file.close();
    LocalDate today = LocalDate.now(clock);
    LocalDate last = today.plusDays(40);
    file.open(CITIZEN, "INCOME_TAX", 120_000, today.minusDays(60), today.plusDays(30));
    PlanCalls calls = PlanCalls.of(CITIZEN);
    String plan =
        calls
            .plans(
                """
                {"monthlyBudget": "800.00", "methods": ["ALIPAY"], "payDates": ["%s", "%s"]}"""
                    .formatted(today.plusDays(2), last))
            .getString("plans[0].id");
    calls.post("/" + plan + "/accept", "").statusCode(200);

    try (BrowserContext window = chromium.window(Look.PHONE.english().withoutScripts())) {
      Page page = Chromium.signIn(window, "citizen9", EmbeddedServersResource.DEMO_PASSWORD);
      page.navigate("/plans");
      page.locator("#what-if > summary").click();

      page.locator("#what-if button").click();
      assertThat(page.locator("#what-if [role=alert]")).hasText("Fill in at least one change.");

      page.locator("#from").selectOption(last.toString());
      page.locator("#to").fill(last.plusDays(10).toString());
      page.locator("#what-if button").click();
      // 400 x 0.0005 x 10 days more
      assertThat(page.locator(".ways .notice"))
          .hasText("It costs 2.00 CNY more; it is done 10 days later.");

      page.locator("#to").fill("");
      page.locator("#change-amount").fill("700");
      page.locator("#what-if button").click();
      // 500 instead of 400 on the late day: 100 x 0.0005 x 10
      assertThat(page.locator(".ways .notice").last())
          .hasText("It costs 0.50 CNY more; it is done on the same day.");

      page.locator("#change-amount").fill("");
      page.locator("#change-method").selectOption("COUNTER");
      page.locator("#what-if button").click();
      assertThat(page.locator(".ways .notice"))
          .hasText("It costs the same; it is done on the same day.");

      // all at once on the last day: 1200 x 0.0005 x 10, less the 2.00 of the plan
      page.locator("#change-instalments").fill("1");
      page.locator("#what-if button").click();
      assertThat(page.locator(".ways .notice").first()).containsText("too many parts");
      assertThat(page.locator(".ways .notice").last())
          .hasText("It costs 4.00 CNY more; it is done on the same day.");
    }
  }

  private static void fitsAndIsAccessible(Page page, String state) {
    Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue()).as("%s: pixels too wide", state).isNotPositive();
    assertThat(Accessibility.faults(page)).as(state).isEmpty();
  }
}
