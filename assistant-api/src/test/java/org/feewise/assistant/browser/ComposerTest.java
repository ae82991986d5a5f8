package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither the line to write in nor a phone's keyboard covers what is read, pressed or written. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ComposerTest {
  private static final String CITIZEN = "C0000005";
  private static final int KEYBOARD = 380;

  /** A browser that lays its keyboard over the page and tells so. */
  private static final String OVERLAID =
      """
      (() => {
        const seen = new EventTarget();
        let covered = 0;
        Object.defineProperties(seen, {
          height: { get: () => innerHeight - covered },
          width: { get: () => innerWidth },
          offsetTop: { get: () => 0 },
          scale: { get: () => 1 },
        });
        Object.defineProperty(window, "visualViewport", { value: seen });
        window.layKeyboardOver = (height) => {
          covered = height;
          seen.dispatchEvent(new Event("resize"));
        };
      })();""";

  /** Whether all of an element can be seen and pressed, above a line so many pixels down. */
  private static final String OPEN_TO_VIEW =
      """
      (element, lowest) => {
        const box = element.getBoundingClientRect();
        const at = (y) => document.elementFromPoint((box.left + box.right) / 2, y);
        const own = (found) => found !== null && (element.contains(found) || found.contains(element));
        return box.top >= 0 && box.bottom <= lowest && own(at(box.top + 2)) && own(at(box.bottom - 2))
            ? "" : `${element.outerHTML.slice(0, 90)} from ${box.top} to ${box.bottom} of ${lowest}`;
      }""";

  /** Scrolls through the page until an element can be seen whole. */
  private static final String SCROLLED_INTO_VIEW =
      """
      (element, lowest) => {
        const open = %s;
        let fault = "";
        for (let y = 0; y < document.documentElement.scrollHeight; y += 25) {
          scrollTo(0, y);
          fault = open(element, lowest);
          if (!fault) {
            break;
          }
        }
        return fault;
      }"""
          .formatted(OPEN_TO_VIEW.strip());

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject Clock clock;

  private static Chromium chromium;
  private BillsOnFile file;

  /** How a phone makes room for its keyboard. */
  private enum Keyboard {
    NONE,
    RESIZES,
    OVERLAYS
  }

  private record Case(Look look, Keyboard keyboard) {}

  @BeforeEach
  void threeBills() throws SQLException {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "composer-");
    LocalDate today = LocalDate.now(clock);
    file.open(CITIZEN, "PROPERTY_TAX", 200_000, today.minusDays(90), today.minusDays(60));
    file.open(CITIZEN, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    file.open(CITIZEN, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
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
    return Chromium.signIn(window, "citizen5", EmbeddedServersResource.DEMO_PASSWORD);
  }

  static Stream<Case> cases() {
    return Stream.of(Look.PHONE, Look.PHONE.comfortable(30), Look.DESKTOP)
        .flatMap(look -> Stream.of(Keyboard.values()).map(keyboard -> new Case(look, keyboard)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEndOfALongReplyAndAllItsButtonsCanBeReached(Case seen) {
    try (BrowserContext window = chromium.window(seen.look())) {
      window.addInitScript(seen.keyboard() == Keyboard.OVERLAYS ? OVERLAID : "");
      Page page = signIn(window);
      Chats.ask(page, "我现在欠多少钱，滞纳金怎么算的");
      assertThat(Chats.replies(page)).hasCount(1);
      assertThat(page.locator(".ways-on")).hasCount(3);
      page.locator("#text").focus();
      int lowest = open(page, seen);

      List<String> covered = new ArrayList<>();
      check(page.locator("#text"), lowest, covered);
      for (Locator each : pressable(page).all()) {
        each.focus();
        check(each, lowest, covered);
      }
      Locator end = page.locator("#turns > li:last-child .after");
      covered.add((String) end.evaluate(SCROLLED_INTO_VIEW, lowest));
      page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      page.locator("#text").focus();
      check(page.locator("#text"), lowest, covered);
      page.locator("#text").fill("问题\n".repeat(30));
      check(page.locator("#send"), lowest, covered);
      assertThat(covered).containsOnly("");
    }
  }

  @Test
  void aPersonIsOneTapAwayWhereverOneReads() {
    for (Look look : List.of(Look.PHONE, Look.PHONE.comfortable(30), Look.DESKTOP)) {
      try (BrowserContext window = chromium.window(look)) {
        Page page = signIn(window);
        page.navigate("/?new=yes");
        Chats.ask(page, "我现在欠多少钱，滞纳金怎么算的");
        assertThat(Chats.replies(page)).hasCount(1);
        Locator person = page.locator("#person button:visible, [form=person]:visible");
        assertThat(person).hasCount(1);
        List<String> covered = new ArrayList<>();
        for (String to : List.of("0", "200", "document.documentElement.scrollHeight")) {
          page.evaluate("scrollTo(0, " + to + ")");
          check(person, page.viewportSize().height, covered);
        }
        assertThat(covered).containsOnly("");
        person.click();
        assertThat(Chats.replies(page)).hasCount(2);
        assertThat(Chats.replies(page).last()).containsText("12345");
      }
    }
  }

  /** The newest reply's links and buttons, its citations opened. */
  private static Locator pressable(Page page) {
    page.locator("#turns > li:last-child .citations > summary").all().forEach(Locator::click);
    return page.locator(
        "#turns > li:last-child .replied :is(a, button, summary)",
        new Page.LocatorOptions().setHasNotText("朗读"));
  }

  /** Opens the keyboard; how far down the page is seen then. */
  private static int open(Page page, Case seen) {
    int height = page.viewportSize().height;
    switch (seen.keyboard()) {
      case NONE -> {
        return height;
      }
      case RESIZES -> page.setViewportSize(seen.look().width(), height - KEYBOARD);
      case OVERLAYS -> page.evaluate("layKeyboardOver(" + KEYBOARD + ")");
    }
    return height - KEYBOARD;
  }

  private static void check(Locator element, int lowest, List<String> covered) {
    covered.add((String) element.evaluate(OPEN_TO_VIEW, lowest));
  }

  /** Before anything was asked the line stands in the page, and a keyboard may lie over it. */
  @ParameterizedTest
  @MethodSource("cases")
  void theFirstQuestionCanBeSeenWhileItIsWritten(Case seen) {
    try (BrowserContext window = chromium.window(seen.look())) {
      window.addInitScript(seen.keyboard() == Keyboard.OVERLAYS ? OVERLAID : "");
      Page page = signIn(window);
      page.locator("#text").focus();
      int lowest = open(page, seen);
      if (seen.keyboard() == Keyboard.RESIZES) {
        page.locator("#text").scrollIntoViewIfNeeded();
      }
      List<String> covered = new ArrayList<>();
      check(page.locator("#text"), lowest, covered);
      assertThat(covered).containsOnly("");
    }
  }

  @Test
  void eachCardHasAWayToPayItsBillAndToSeeWhyItGrew() {
    for (Look look : List.of(Look.PHONE, Look.PHONE.comfortable(22))) {
      try (BrowserContext window = chromium.window(look)) {
        Page page = signIn(window);
        page.navigate("/?new=yes");
        Chats.ask(page, "我现在欠多少钱");
        Locator cards = page.locator(".bill-cards > li");
        assertThat(cards).hasCount(3);
        int target = look.comfort() > 0 ? 60 : 44;
        for (Locator way : page.locator(".ways-on > *").all()) {
          BoundingBox box = way.boundingBox();
          assertThat(box.height).isGreaterThanOrEqualTo(target);
          assertThat(box.width).isGreaterThanOrEqualTo(target);
        }
        assertThat(page.locator(".ways-on a")).hasText("为什么涨了");
        page.locator(".ways-on a").click();
        assertThat(page.locator("article details[open]")).hasCount(1);
        assertThat(page.locator("article[id='composer-1'] details[open] li").first()).isVisible();
        page.goBack();
        cards.nth(2).locator("button").click();
        assertThat(page.locator("main")).containsText("composer-3");
        assertThat(page.locator("main")).not().containsText("composer-2");
        assertThat(page.locator("form[action$='/confirm'] button")).isVisible();
      }
    }
  }
}
