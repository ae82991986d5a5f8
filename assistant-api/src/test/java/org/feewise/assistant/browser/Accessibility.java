package org.feewise.assistant.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Judges a page by WCAG 2.2 AA as far as axe can see. */
final class Accessibility {
  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /**
   * The rules that the page breaks, each with the element at fault. No page has frames, which is
   * all that the slower way of axe, with a second window, is for.
   */
  static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
            .flatMap(
                (Rule rule) ->
                    rule.getNodes().stream().map(node -> rule.getId() + " " + node.getTarget()))
            .toList();
  }
}
