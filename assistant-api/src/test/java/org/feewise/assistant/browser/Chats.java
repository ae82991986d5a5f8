package org.feewise.assistant.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What every test does on the chat page. */
final class Chats {
  private Chats() {}

  static void ask(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#send").click();
  }

  /** The words of replies that are whole. */
  static Locator replies(Page page) {
    return page.locator("#turns .replied:not([aria-busy]) .words");
  }
}
