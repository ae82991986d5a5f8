package org.feewise.assistant.chat.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;

/** What the questions of the documents want, for the intent heads to learn from. */
public final class PolicyWishes {
  private static final String SEVERAL = "several";
  private static final int TAKEN = 3;

  private PolicyWishes() {}

  /** The questions of the documents of a language by intent, without those that may want others. */
  public static Map<Intent, List<String>> of(Language language) {
    Map<String, String> wishes = wishes();
    Map<Intent, List<String>> questions = new LinkedHashMap<>();
    for (Paragraph paragraph : PolicyDocuments.of(language).paragraphs()) {
      String wish = wishes.getOrDefault(paragraph.id(), Intent.POLICY_ASK.wireName());
      if (!wish.equals(SEVERAL)) {
        questions
            .computeIfAbsent(Intent.named(wish), intent -> new ArrayList<>())
            .addAll(some(paragraph.asked()));
      }
    }
    return questions;
  }

  /** One in three, or questions of rules would outnumber all other wishes together. */
  private static List<String> some(List<String> asked) {
    return IntStream.range(0, asked.size())
        .filter(question -> question % TAKEN == 0)
        .mapToObj(asked::get)
        .toList();
  }

  private static Map<String, String> wishes() {
    try (InputStream file = PolicyWishes.class.getResourceAsStream("wishes.yaml")) {
      Map<String, List<String>> byWish =
          new YAMLMapper()
              .readValue(file, new TypeReference<LinkedHashMap<String, List<String>>>() {});
      Set<String> known =
          PolicyDocuments.of(Language.CHINESE).paragraphs().stream()
              .map(Paragraph::id)
              .collect(Collectors.toSet());
      Map<String, String> wishes = new LinkedHashMap<>();
      byWish.forEach(
          (wish, paragraphs) ->
              paragraphs.forEach(
                  paragraph -> {
                    if (!known.contains(paragraph) || wishes.put(paragraph, wish) != null) {
                      throw new IllegalArgumentException(
                          "wishes.yaml names " + paragraph + " twice, or no paragraph has that id");
                    }
                  }));
      return wishes;
    } catch (IOException e) {
      throw new UncheckedIOException("wishes.yaml cannot be read", e);
    }
  }
}
