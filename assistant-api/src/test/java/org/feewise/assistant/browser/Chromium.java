package org.feewise.assistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium. Where there is none, tests are skipped and say so; where {@code
 * FEEWISE_REQUIRE_BROWSER} is {@code true} they fail instead.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final int HEIGHT = 800;

  private final Playwright playwright;
  private final Browser browser;
  private final String address;

  private Chromium(Path program, String address) {
    this.address = address;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(FLAGS)
                    .setHeadless(true));
  }

  /** Launches it for the pages of a service. */
  public static Chromium on(String address) {
    Optional<Path> program = installed();
    if (program.isEmpty()) {
      String reason =
          "no Chromium on the PATH: pages were not opened (Debian: apt install chromium)";
      System.out.println("SKIPPED " + reason);
      assertThat(System.getenv("FEEWISE_REQUIRE_BROWSER")).as(reason).isNotEqualTo("true");
      Assumptions.abort(reason);
    }
    return new Chromium(program.orElseThrow(), address);
  }

  private static Optional<Path> installed() {
    List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window with cookies of its own. */
  public BrowserContext window(Look look) {
    BrowserContext window =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(look.width(), HEIGHT)
                .setColorScheme(look.scheme())
                .setContrast(look.contrast() ? Contrast.MORE : Contrast.NO_PREFERENCE)
                .setLocale(look.language())
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(look.scripts()));
    if (look.comfort() > 0) {
      window.addCookies(
          List.of(new Cookie("comfort", Integer.toString(look.comfort())).setUrl(address)));
    }
    return window;
  }

  /**
   * How a window looks.
   *
   * @param width in pixels
   * @param comfort size of large type in pixels; 0 for pages as they are
   */
  public record Look(
      int width,
      ColorScheme scheme,
      String language,
      boolean scripts,
      boolean contrast,
      int comfort) {
    public static final Look PHONE = new Look(360, ColorScheme.LIGHT, "zh-CN", true, false, 0);
    public static final Look DESKTOP = new Look(1280, ColorScheme.LIGHT, "zh-CN", true, false, 0);

    public static Stream<Look> all() {
      return Stream.of(
          PHONE,
          PHONE.english().dark(),
          DESKTOP,
          PHONE.comfortable(30),
          DESKTOP.english().dark().comfortable(22));
    }

    public Look dark() {
      return new Look(width, ColorScheme.DARK, language, scripts, contrast, comfort);
    }

    public Look english() {
      return new Look(width, scheme, "en", scripts, contrast, comfort);
    }

    public Look contrasted() {
      return new Look(width, scheme, language, scripts, true, comfort);
    }

    public Look comfortable(int size) {
      return new Look(width, scheme, language, scripts, contrast, size);
    }

    public Look withoutScripts() {
      return new Look(width, scheme, language, false, contrast, comfort);
    }

    @Override
    public String toString() {
      return width
          + " px, "
          + scheme
          + ", "
          + language
          + (scripts ? "" : ", no scripts")
          + (contrast ? ", high contrast" : "")
          + (comfort > 0 ? ", type of " + comfort + " px" : "");
    }
  }

  /** Signs in as a person does, and is on the first page of that account then. */
  public static Page signIn(BrowserContext window, String account, String password) {
    Page page = window.newPage();
    page.navigate("/sign-in");
    page.locator("#account").fill(account);
    page.locator("#password").fill(password);
    page.locator("main button").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
