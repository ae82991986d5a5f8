package org.feewise.models.fees.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feewise.models.words.Bilingual;
import org.feewise.models.words.Words;

/**
 * The place a rule is written down: a law, regulation or kind of contract, and the article in it.
 *
 * @param key the catalogue's name of the text, stable across versions
 * @param article number of the article, such as {@code "32"}; empty where the text has none
 * @param url where the text can be read, if anywhere
 */
public record LawArticle(
    String key, Bilingual title, Optional<String> article, Optional<String> url) {
  public LawArticle {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(url, "url");
  }

  /** Title and article as one cites them, such as 《税收征收管理法》第32条. */
  public String cite(Locale locale) {
    Words words = Words.of(LawArticle.class, "catalogue", locale);
    return article
        .map(number -> words.say("law.article", title.in(locale), number))
        .orElseGet(() -> words.say("law.text", title.in(locale)));
  }

  /** Several as one cites them, in one line. */
  public static String cite(List<LawArticle> laws, Locale locale) {
    return laws.stream()
        .map(law -> law.cite(locale))
        .collect(Collectors.joining(separator(locale)));
  }

  /** What parts several cites. */
  static String separator(Locale locale) {
    return Words.of(LawArticle.class, "catalogue", locale).say("law.separator");
  }
}
