package org.feewise.assistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
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
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, as real people's browsers show it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PagesTest {
  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private record Visit(String account, List<String> paths) {}

  private static final List<Visit> VISITS =
      List.of(new Visit("citizen8", List.of("/bills", "/plans", "/reminders")));

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private static Chromium chromium;
  private BillsOnFile file;

  @BeforeEach
  void putBillsIn() throws SQLException {
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "pages-");
    LocalDate today = LocalDate.now(clock);
    file.open("C0000008", "PROPERTY_TAX", 120_000, today.minusDays(90), today.minusDays(30));
    file.open("C0000008", "WATER", 8_640, today.minusDays(10), today.plusDays(12));
    file.paid(
        "C0000008", "GAS", 9_950, today.minusDays(50), today.minusDays(20), today.minusDays(25));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageFitsItsWindowAndIsAccessible(Look look) {
    List<String> faults = new ArrayList<>();
    for (Visit visit : VISITS) {
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
    for (Rule rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations()) {
      rule.getNodes()
          .forEach(node -> faults.add(path + " " + rule.getId() + ": " + node.getTarget()));
    }
    return faults;
  }
}
