package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feewise.assistant.browser.Chats.ask;
import static org.feewise.assistant.browser.Chats.replies;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chat page as people use it: on phones, on bad lines, with large type. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ChatJourneyTest {
  private static final String CITIZEN = "C0000006";
  private static final long LARGEST_PAGE = 150_000;

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private static Chromium chromium;
  private BillsOnFile file;

  @BeforeEach
  void twoBills() throws SQLException {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "chat-journey-");
    LocalDate today = LocalDate.now(clock);
    file.open(CITIZEN, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    file.open(CITIZEN, "PROPERTY_TAX", 200_000, today.minusDays(90), today.minusDays(60));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    for (String table : List.of("proposal", "conversation")) {
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

  private static Page signIn(BrowserContext window) {
    return Chromium.signIn(window, "citizen6", EmbeddedServersResource.DEMO_PASSWORD);
  }

  private static boolean isFirstPage(String url) {
    return URI.create(url).getPath().equals("/");
  }

  /**
   * Has the service answer the first messages and the page never hear of it; counts all that are
   * sent.
   *
   * @param lost what becomes of a reply instead
   */
  private static AtomicInteger losing(Page page, int messages, Consumer<Route> lost) {
    AtomicInteger sent = new AtomicInteger();
    page.route(
        ChatJourneyTest::isFirstPage,
        route -> {
          if (route.request().method().equals("POST") && sent.incrementAndGet() <= messages) {
            route.fetch();
            lost.accept(route);
          } else {
            route.resume();
          }
        });
    return sent;
  }

  private List<String> turns() throws SQLException {
    return file.column(
        "select turn from conversation_turn join conversation using (conversation_id)"
            + " where citizen_id = ? order by conversation_id, turn",
        CITIZEN);
  }

  @Test
  void aDroppedLineLosesNothingAndAsksNothingTwice() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      AtomicInteger sent = losing(page, 2, route -> route.abort("connectionreset"));
      ask(page, "水费多少");
      assertThat(replies(page)).containsText("49.14");
      assertThat(sent).hasValue(3);
      assertThat(turns()).containsExactly("0");
    }
  }

  @Test
  void aReloadInTheMiddleOfAReplyFindsIt() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      AtomicInteger sent = losing(page, 1, route -> {});
      ask(page, "水费多少");
      page.waitForCondition(() -> sent.get() == 1);
      page.reload();
      assertThat(replies(page)).containsText("49.14");
      assertThat(page.locator("#turns > li")).hasCount(1);
      assertThat(turns()).containsExactly("0");
    }
  }

  @Test
  void aStoppedQuestionIsBackInTheBoxAndNotKept() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      page.route(
          ChatJourneyTest::isFirstPage,
          route -> {
            if (!route.request().method().equals("POST")) {
              route.resume();
            }
          });
      ask(page, "水费多少");
      page.locator("#stop").click();
      assertThat(page.locator("#text")).hasValue("水费多少");
      assertThat(page.locator("#turns > li")).hasCount(0);
      assertThat(page.locator("#status")).containsText("已停止");
      page.unrouteAll();
      page.locator("#send").click();
      assertThat(replies(page)).containsText("49.14");
      assertThat(turns()).containsExactly("0");
    }
  }

  @Test
  void aQuestionIsChangedAndItsReplyReplaced() throws SQLException {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      Page page = signIn(window);
      ask(page, "水费多少");
      assertThat(replies(page)).containsText("49.14");
      ask(page, "为什么有滞纳金");
      assertThat(replies(page)).hasCount(2);
      page.locator("#turns > li").first().locator("[data-does=edit]").click();
      assertThat(page.locator("#text")).hasValue("水费多少");
      ask(page, "房产税多少");
      assertThat(replies(page)).hasCount(1);
      assertThat(page.locator("#turns .said .words")).hasText("房产税多少");
      assertThat(turns()).containsExactly("0");
    }
  }

  @Test
  void twoWindowsOfOneConversationShowTheSameInTheEnd() {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      Page one = signIn(window);
      ask(one, "水费多少");
      assertThat(replies(one)).hasCount(1);
      Page two = window.newPage();
      two.navigate(one.url());
      ask(one, "什么时候截止");
      assertThat(replies(one)).hasCount(2);
      ask(two, "房产税多少");
      assertThat(replies(two)).hasCount(3);
    }
  }

  @Test
  void aPersonIsOneTapAwayAndTheConversationIsClearedByOneMore() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE.withoutScripts())) {
      Page page = signIn(window);
      page.locator("#person button").click();
      assertThat(page.locator("#turns .replied .words")).containsText("12345");
      page.locator("#clear button").click();
      assertThat(page.locator("h1")).hasText("您以前的对话");
      assertThat(turns()).isEmpty();
    }
  }

  @Test
  void aTextTooLongIsCountedAndNotCut() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      page.locator("#text").fill("水".repeat(10_000));
      assertThat(page.locator("#count")).containsText("8000");
      assertThat(page.locator("#send")).isDisabled();
    }
    try (BrowserContext window = chromium.window(Look.PHONE.withoutScripts())) {
      Page page = signIn(window);
      page.locator("#text").fill("水".repeat(10_000));
      page.locator("#send").click();
      assertThat(page.locator("#problem")).containsText("2000");
      assertThat(page.locator("#text")).hasValue("水".repeat(10_000));
    }
  }

  @Test
  void largeTypeIsOneTapFromTheFirstPageAndRemembered() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = window.newPage();
      page.navigate("/");
      page.locator("#comfort").click();
      assertThat(page.locator("html")).hasClass("comfort");
      page = signIn(window);
      assertThat(page.locator("html")).hasClass("comfort runs");
      for (int taps = 0; taps < 2; taps++) {
        page.locator("a[href^='/comfort?to=']", new Page.LocatorOptions().setHasText("A+")).click();
      }
      assertThat(size(page, "body")).isEqualTo(30);
      ask(page, "水费多少");
      assertThat(replies(page)).containsText("49.14");
      for (String target :
          List.of(
              "#send",
              "[form=person]",
              ".actions .button",
              ".ways-on > *",
              "nav a",
              ".top-tools a")) {
        for (Locator each : page.locator(target).all()) {
          assertThat(each.boundingBox().height).as(target).isGreaterThanOrEqualTo(60);
        }
      }
      Object spacing =
          page.evaluate(
              "Math.min(...[...document.querySelectorAll('p, li, button, a')].filter(e => e.offsetParent)"
                  + ".map(e => parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize)))");
      assertThat(((Number) spacing).doubleValue()).isGreaterThanOrEqualTo(1.3);
      page.navigate("/comfort?to=18&back=/");
      assertThat(size(page, "body")).isEqualTo(18);
      Object smallest =
          page.evaluate(
              "Math.min(...[...document.querySelectorAll('body *')].filter(e => e.offsetParent && e.childNodes.length"
                  + " && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())"
                  + " && !e.closest('.unseen')).map(e => parseFloat(getComputedStyle(e).fontSize)))");
      assertThat(((Number) smallest).doubleValue()).isGreaterThanOrEqualTo(18);
    }
  }

  private static double size(Page page, String selector) {
    Object size =
        page.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('" + selector + "')).fontSize)");
    return ((Number) size).doubleValue();
  }

  @Test
  void theFirstPageIsLightEnoughForASlowLine() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      CDPSession session = window.newCDPSession(page);
      AtomicLong bytes = new AtomicLong();
      session.on(
          "Network.loadingFinished",
          (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      session.send("Network.enable");
      JsonObject cold = new JsonObject();
      cold.addProperty("cacheDisabled", true);
      session.send("Network.setCacheDisabled", cold);
      JsonObject slow = new JsonObject();
      slow.addProperty("offline", false);
      slow.addProperty("latency", 400);
      slow.addProperty("downloadThroughput", 50_000);
      slow.addProperty("uploadThroughput", 50_000);
      session.send("Network.emulateNetworkConditions", slow);
      long begun = System.nanoTime();
      page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.locator("#text").fill("水费多少");
      long written = System.nanoTime();
      assertThat(page.locator("html")).hasClass("runs");
      long runs = System.nanoTime();
      page.locator("#send").click();
      assertThat(replies(page)).containsText("49.14");
      System.err.printf(
          "cold, 400 kbit/s, 400 ms: written in after %d ms, script after %d ms, answered %d ms later, %d bytes%n",
          millis(begun, written),
          millis(begun, runs),
          millis(runs, System.nanoTime()),
          bytes.get());
      assertThat(bytes.get()).isBetween(5_000L, LARGEST_PAGE);
    }
  }

  private static long millis(long from, long to) {
    return Duration.ofNanos(to - from).toMillis();
  }

  static Stream<Look> looks() {
    return Stream.of(Look.PHONE, Look.DESKTOP)
        .flatMap(
            look ->
                Stream.of(look, look.dark(), look.contrasted(), look.comfortable(22).english()));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aConversationIsAccessibleInEveryLook(Look look) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext window = chromium.window(look)) {
      Page page = signIn(window);
      page.onPageError(error -> faults.add("script: " + error));
      ask(page, look.language().equals("en") ? "What do I owe?" : "我现在欠多少钱");
      assertThat(page.locator(".bill-cards > li")).hasCount(2);
      ask(page, look.language().equals("en") ? "What is the cheapest plan?" : "怎么交最省钱");
      assertThat(page.locator(".plan-card")).isVisible();
      page.locator(".citations summary").all().forEach(Locator::click);
      Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) overflow).intValue()).isZero();
      faults.addAll(Accessibility.faults(page));
    }
    assertThat(faults).isEmpty();
  }
}
