package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.chat.understanding.Language;

/** What the library holds and what share of questions it does right, as tables of a page. */
final class PolicyTable {
  private static final List<String> FILES = List.of("questions", "heldout", "fresh");

  private PolicyTable() {}

  static String of(PolicyLibrary library) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("\n| topic | paragraphs | questions zh | questions en |\n");
    page.append("| --- | ---: | ---: | ---: |\n");
    for (String topic : PolicyDocuments.TOPICS) {
      List<Paragraph> chinese = of(topic, Language.CHINESE);
      List<Paragraph> english = of(topic, Language.ENGLISH);
      page.append(
          "| %s | %d | %d | %d |%n"
              .formatted(topic, chinese.size(), asked(chinese), asked(english)));
    }
    page.append(
        "\n| file | answered with fact and law | law right | refused where nothing fits |\n");
    page.append("| --- | ---: | ---: | ---: |\n");
    for (String file : FILES) {
      for (Language language : Language.values()) {
        String name = file + "." + language.locale().getLanguage() + ".jsonl";
        PolicyShares shares = PolicyShares.of(library, language, name);
        page.append(
            "| %s | %s | %s | %s |%n"
                .formatted(
                    name,
                    share(shares.answered(), shares.answerable()),
                    share(shares.cited(), shares.answerable()),
                    share(shares.refused(), shares.unanswerable())));
      }
    }
    return page.append('\n').toString();
  }

  private static List<Paragraph> of(String topic, Language language) {
    return PolicyDocuments.of(language).paragraphs().stream()
        .filter(paragraph -> paragraph.topic().equals(topic))
        .toList();
  }

  private static int asked(List<Paragraph> paragraphs) {
    return paragraphs.stream().mapToInt(paragraph -> paragraph.asked().size()).sum();
  }

  private static String share(int right, int all) {
    return String.format(Locale.ROOT, "%d of %d (%.0f %%)", right, all, 100.0 * right / all);
  }
}
