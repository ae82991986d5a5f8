package org.feewise.assistant.bills;

import java.util.Locale;
import org.feewise.models.fees.catalogue.LawArticle;

/**
 * An article of a law, as a citizen reads it.
 *
 * @param article its number, null where the text has none
 * @param url official page with the text, null where none is known
 * @param cite title and article as one cites them
 */
public record CitedLaw(String title, String article, String url, String cite) {

  public static CitedLaw of(LawArticle law, Locale locale) {
    return new CitedLaw(
        law.title().in(locale),
        law.article().orElse(null),
        law.url().orElse(null),
        law.cite(locale));
  }
}
