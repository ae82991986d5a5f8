package org.feewise.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.browser.Chromium.Look;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page does with a browser's voice and ear, which stand-ins take the place of. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class SpeechTest {
  private static final String CITIZEN = "C0000004";

  /** A voice that says nothing but notes it, and an ear that hears what a test tells it. */
  private static final String VOICE_AND_EAR =
      """
      (() => {
        window.said = [];
        let current = null;
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const voice = {
          speak(speech) {
            current = speech;
            said.push({ text: speech.text, lang: speech.lang, rate: speech.rate });
          },
          cancel() {
            const ended = current;
            current = null;
            ended?.onerror?.({ error: "canceled" });
          },
          speaks: () => current !== null,
          comesToItsEnd() {
            const ended = current;
            current = null;
            ended.onend();
          },
        };
        Object.defineProperty(window, "speechSynthesis", { value: voice });
        window.SpeechRecognition = class {
          start() {
            if (window.earIsBroken) {
              throw new DOMException("taken", "InvalidStateError");
            }
            window.ear = this;
          }
          stop() { setTimeout(() => this.onend()); }
          hears(words) {
            this.onresult({ results: [[{ transcript: words }]] });
            this.onend();
          }
          fails(error) {
            this.onerror({ error });
            this.onend();
          }
        };
      })();""";

  private static final String NEITHER =
      """
      for (const name of ["speechSynthesis", "SpeechRecognition", "webkitSpeechRecognition"]) {
        delete window[name];
        delete Window.prototype[name];
      }""";

  @TestHTTPResource URI address;
  @Inject DataSource database;

  private static Chromium chromium;
  private BillsOnFile file;

  @BeforeEach
  void open() throws SQLException {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    if (chromium == null) {
      chromium = Chromium.on(address.toString());
    }
    file = new BillsOnFile(database, "speech-");
  }

  @AfterEach
  void forget() throws SQLException {
    file.update("delete from conversation where citizen_id = ?", CITIZEN);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  private static Page signIn(BrowserContext window, String script) {
    window.addInitScript(script);
    return Chromium.signIn(window, "citizen4", EmbeddedServersResource.DEMO_PASSWORD);
  }

  private static Locator readers(Page page) {
    return page.locator("[data-does=read]");
  }

  private static boolean speaks(Page page) {
    return (boolean) page.evaluate("speechSynthesis.speaks()");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 0, 1, 水费怎么交", "en, 24, 0.85, How do I pay water?"})
  void aReplyIsReadInTheLanguageOfThePageAndSlowerInLargeType(
      String language, int size, double rate, String question) {
    Look look = language.equals("en") ? Look.PHONE.english() : Look.PHONE;
    try (BrowserContext window = chromium.window(look.comfortable(size))) {
      Page page = signIn(window, VOICE_AND_EAR);
      Chats.ask(page, question);
      String reply = Chats.replies(page).textContent();
      readers(page).click();
      assertThat(readers(page)).hasAttribute("aria-pressed", "true");
      assertThat(readers(page)).hasText(language.equals("en") ? "Stop reading" : "停止朗读");
      Map<?, ?> said = (Map<?, ?>) page.evaluate("said[0]");
      assertThat(said.get("text")).isEqualTo(reply);
      assertThat(said.get("lang")).isEqualTo(language);
      assertThat(((Number) said.get("rate")).doubleValue()).isEqualTo(rate);
    }
  }

  @Test
  void readingStopsAtASecondPressAtItsEndAndWhereAnotherIsRead() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window, VOICE_AND_EAR);
      Chats.ask(page, "水费怎么交");
      assertThat(Chats.replies(page)).hasCount(1);
      Chats.ask(page, "电费呢");
      assertThat(Chats.replies(page)).hasCount(2);
      Locator first = readers(page).nth(0);
      Locator second = readers(page).nth(1);

      first.click();
      first.click();
      assertThat(speaks(page)).isFalse();
      assertThat(first).hasAttribute("aria-pressed", "false");
      assertThat(first).hasText("朗读");

      first.click();
      page.evaluate("speechSynthesis.comesToItsEnd()");
      assertThat(first).hasAttribute("aria-pressed", "false");

      first.click();
      second.click();
      assertThat(first).hasAttribute("aria-pressed", "false");
      assertThat(second).hasAttribute("aria-pressed", "true");
      assertThat(speaks(page)).isTrue();
      assertThat((int) page.evaluate("said.length")).isEqualTo(4);
    }
  }

  @Test
  void wordsThatAreHeardStandInTheBoxAndCanBeSent() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window, VOICE_AND_EAR);
      Locator dictate = page.locator("#dictate");
      page.locator("#text").fill("请问，");
      dictate.click();
      assertThat(dictate).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("#status")).containsText("正在听");
      assertThat(page.evaluate("ear.lang")).isEqualTo("zh-CN");
      page.evaluate("ear.hears('水费怎么交')");
      assertThat(page.locator("#text")).hasValue("请问，水费怎么交");
      assertThat(page.locator("#text")).isFocused();
      assertThat(dictate).hasAttribute("aria-pressed", "false");
      assertThat(page.locator("#status")).isEmpty();
      page.locator("#send").click();
      assertThat(page.locator(".said .words")).hasText("请问，水费怎么交");
      assertThat(Chats.replies(page)).hasCount(1);
    }
  }

  @Test
  void aSecondPressEndsListening() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window, VOICE_AND_EAR);
      Locator dictate = page.locator("#dictate");
      dictate.click();
      assertThat(dictate).hasText("停止听写");
      dictate.click();
      assertThat(dictate).hasAttribute("aria-pressed", "false");
      assertThat(dictate).hasText("语音输入");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, not-allowed, 没有得到使用麦克风的许可",
    "zh-CN, no-speech, 没有听到声音",
    "zh-CN, network, 没有听成",
    "en, not-allowed, The microphone may not be used"
  })
  void whatGoesWrongIsSaidAndCanBeTriedAgain(String language, String error, String sentence) {
    Look look = language.equals("en") ? Look.PHONE.english() : Look.PHONE;
    try (BrowserContext window = chromium.window(look)) {
      Page page = signIn(window, VOICE_AND_EAR);
      Locator dictate = page.locator("#dictate");
      dictate.click();
      page.evaluate("error => ear.fails(error)", error);
      assertThat(page.locator("#problem")).containsText(sentence);
      assertThat(dictate).hasAttribute("aria-pressed", "false");
      assertThat(page.locator("#status")).isEmpty();
      dictate.click();
      assertThat(page.locator("#problem")).hasCount(0);
      page.evaluate("ear.hears('water')");
      assertThat(page.locator("#text")).hasValue("water");
    }
  }

  @Test
  void anEarThatCannotEvenBeginIsSaidToo() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window, VOICE_AND_EAR);
      page.evaluate("window.earIsBroken = true");
      page.locator("#dictate").click();
      assertThat(page.locator("#problem")).containsText("没有听成");
      assertThat(page.locator("#dictate")).hasAttribute("aria-pressed", "false");
    }
  }

  @Test
  void aBrowserWithNeitherOffersNeither() {
    try (BrowserContext window = chromium.window(Look.PHONE)) {
      Page page = signIn(window, NEITHER);
      Chats.ask(page, "水费怎么交");
      assertThat(Chats.replies(page)).hasCount(1);
      assertThat(readers(page)).isHidden();
      assertThat(page.locator("#dictate")).isHidden();
      assertThat(List.of(page.locator("#problem").count())).containsExactly(0);
    }
  }
}
