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
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen who asks faster than anybody answers, and who stops what has begun. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ImpatientCitizenTest {
  private static final String CITIZEN = "C0000007";
  private static final int QUESTIONS = 50;
  private static final int WINDOWS = 5;

  /** As many as a citizen may send in a minute. */
  private static final int LET_IN = 30;

  /** Notes the most replies that were ever awaited at once, and what was sent for each. */
  private static final String WITNESS =
      """
      addEventListener("DOMContentLoaded", () => {
        window.mostAtOnce = 0;
        new MutationObserver(() => {
          window.mostAtOnce = Math.max(window.mostAtOnce, document.querySelectorAll("#turns [aria-busy]").length);
        }).observe(document.body, { childList: true, subtree: true });
      });""";

  /** A line on which a reply begins and does not go on. */
  private static final String STANDS_STILL =
      """
      (() => {
        const real = window.fetch;
        window.calls = [];
        window.fetch = (url, options) => {
          window.calls.push({ method: options.method, url, key: options.headers?.["Idempotency-Key"] });
          if (options.method === "DELETE") {
            return Promise.resolve(new Response(null, { status: 204 }));
          }
          const body = new ReadableStream({
            start(stream) {
              stream.enqueue(new TextEncoder().encode('event: token\\ndata: {"text": "您的水费"}\\n\\n'));
              options.signal.addEventListener("abort", () => stream.error(options.signal.reason));
            },
          });
          return Promise.resolve(new Response(body, { status: 200 }));
        };
        window.goesOn = () => (window.fetch = real);
      })();""";

  @TestHTTPResource URI address;
  @Inject DataSource database;
  @Inject TestClock clock;

  private static Chromium chromium;
  private static int earlierTests;
  private BillsOnFile file;

  @BeforeEach
  void open() throws SQLException {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "impatient-");
    // minutes later each time, so that no test is counted with the one before
    clock.run();
    clock.standAt(LocalDateTime.now(clock).plusMinutes(3L * ++earlierTests));
  }

  @AfterEach
  void forget() throws SQLException {
    clock.run();
    file.update("delete from conversation where citizen_id = ?", CITIZEN);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  private static Page signIn(BrowserContext window) {
    return Chromium.signIn(window, "citizen7", EmbeddedServersResource.DEMO_PASSWORD);
  }

  private static String question(int number) {
    return "第" + number + "个问题：水费怎么交";
  }

  /** Sends as fast as a program can; false where the page was still busy and kept the words. */
  private static boolean send(Page page, String text) {
    return (boolean)
        page.evaluate(
            """
            said => {
              const box = document.getElementById("text");
              box.value = said;
              document.getElementById("ask").requestSubmit();
              return box.value === "";
            }""",
            text);
  }

  private List<String> turns() throws SQLException {
    return file.column(
        "select conversation_id || ' ' || turn from conversation_turn"
            + " join conversation using (conversation_id) where citizen_id = ?",
        CITIZEN);
  }

  private static List<String> said(Page page) {
    return page.locator("#turns .said .words").allTextContents();
  }

  @Test
  void fiftyQuestionsInOneWindowAreOneAtATimeAndNoneIsLost() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      window.addInitScript(WITNESS);
      Page page = signIn(window);
      List<String> taken = new ArrayList<>();
      for (int number = 1; number <= QUESTIONS; number++) {
        if (send(page, question(number))) {
          taken.add(question(number));
        }
      }
      assertThat(page.locator("#turns [aria-busy]")).hasCount(0);
      assertThat(said(page)).isEqualTo(taken);
      assertThat(turns()).hasSameSizeAs(taken);
      assertThat(page.evaluate("mostAtOnce")).isEqualTo(1);
      String last = question(QUESTIONS);
      assertThat(page.locator("#text")).hasValue(taken.contains(last) ? "" : last);
      page.locator("#text").fill(last);
      page.locator("#send").click();
      assertThat(Chats.replies(page)).hasCount(taken.size() + 1);
    }
  }

  @Test
  void fiftyQuestionsInSeveralWindowsEndInAnOrderlyPageAndAClearSentence() throws SQLException {
    try (BrowserContext window = chromium.window(Look.DESKTOP)) {
      window.addInitScript(WITNESS);
      List<Page> pages = new ArrayList<>(List.of(signIn(window)));
      IntStream.range(1, WINDOWS).forEach(number -> pages.add(window.newPage()));
      pages.forEach(page -> page.navigate("/?new=yes"));
      List<String> taken = new ArrayList<>();
      for (int number = 1; number <= QUESTIONS; number++) {
        Page page = pages.get(number % WINDOWS);
        page.waitForCondition(() -> page.locator("#turns [aria-busy]").count() == 0);
        assertThat(send(page, question(number))).isTrue();
        taken.add(question(number));
      }
      List<String> answered = new ArrayList<>();
      List<String> back = new ArrayList<>();
      for (Page page : pages) {
        assertThat(page.locator("#turns [aria-busy]")).hasCount(0);
        assertThat(page.evaluate("mostAtOnce")).isEqualTo(1);
        assertThat(page.locator("#problem")).containsText("消息发得太快");
        answered.addAll(said(page));
        back.add(page.locator("#text").inputValue());
      }
      assertThat(answered).doesNotHaveDuplicates().hasSize(LET_IN);
      assertThat(taken).containsAll(answered);
      assertThat(turns()).hasSize(LET_IN);
      assertThat(back)
          .isEqualTo(List.of(question(50), question(46), question(47), question(48), question(49)));

      clock.forward(Duration.ofSeconds(61));
      for (Page page : pages) {
        int before = said(page).size();
        page.locator("#send").click();
        assertThat(Chats.replies(page)).hasCount(before + 1);
        assertThat(page.locator("#problem")).hasCount(0);
      }
      assertThat(turns()).hasSize(LET_IN + WINDOWS);
    }
  }

  @Test
  void aReplyThatHasBegunIsStoppedInTheMiddle() throws SQLException {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window);
      page.evaluate(STANDS_STILL);
      Chats.ask(page, "水费怎么交");
      assertThat(page.locator("#turns [aria-busy] .words")).hasText("您的水费");
      page.locator("#stop").click();
      assertThat(page.locator("#turns > li")).hasCount(0);
      assertThat(page.locator("#text")).hasValue("水费怎么交");
      assertThat(page.locator("#status")).containsText("已停止");
      assertThat(page.locator("#send")).isVisible();
      assertThat(page.evaluate("calls.map(call => call.method).join()")).isEqualTo("POST,DELETE");
      assertThat(page.evaluate("calls[1].url"))
          .isEqualTo("/api/v1/chat/requests/" + page.evaluate("calls[0].key"));
      assertThat(turns()).isEmpty();

      page.evaluate("goesOn()");
      page.locator("#send").click();
      assertThat(Chats.replies(page)).hasCount(1);
      assertThat(turns()).hasSize(1);
    }
  }
}
