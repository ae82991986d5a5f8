package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of the page of plans: help, three plans, an accepted plan, what-if. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PlansPageTest {
  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
  private static final String CITIZEN = "C0000009";

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private BillsOnFile file;

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
    try (Chromium chromium = Chromium.on(address.toString());
        BrowserContext window = chromium.window(look)) {
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
      fitsAndIsAccessible(page, "plans");

      page.locator("form[action$='/accept'] button").first().click();
      assertThat(page.locator("#current-done")).isVisible();
      page.locator(".more > summary").first().click();
      page.locator("#to").fill(LocalDate.now(clock).plusDays(45).toString());
      page.locator("form[action='/plans/what-if'] button").click();
      assertThat(page.locator(".notice[role=status]")).isVisible();
      fitsAndIsAccessible(page, "accepted");
    }
  }

  private static void fitsAndIsAccessible(Page page, String state) {
    Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue()).as("%s: pixels too wide", state).isNotPositive();
    List<String> faults =
        new AxeBuilder(page)
            .withTags(WCAG).analyze().getViolations().stream()
                .flatMap(
                    (Rule rule) ->
                        rule.getNodes().stream().map(node -> rule.getId() + node.getTarget()))
                .toList();
    assertThat(faults).as(state).isEmpty();
  }
}
