package org.feewise.assistant.chat.policy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.understanding.Language;

/** Paragraphs by what they are cited by, which is kept with a reply in the language of that day. */
final class Quotations {
  private final Map<Cite, String> ids = new HashMap<>();
  private final Map<Language, Map<String, Paragraph>> paragraphs = new EnumMap<>(Language.class);

  private record Cite(String title, String laws) {}

  Quotations(Map<Language, PolicyDocuments> documents) {
    documents.forEach(
        (language, read) -> {
          Map<String, Paragraph> own = new HashMap<>();
          for (Paragraph paragraph : read.paragraphs()) {
            own.put(paragraph.id(), paragraph);
            ids.put(new Cite(paragraph.title(), paragraph.citation()), paragraph.id());
          }
          paragraphs.put(language, own);
        });
  }

  Optional<Paragraph> of(String title, String laws, Language language) {
    return Optional.ofNullable(ids.get(new Cite(title, laws)))
        .map(id -> paragraphs.get(language).get(id));
  }
}
