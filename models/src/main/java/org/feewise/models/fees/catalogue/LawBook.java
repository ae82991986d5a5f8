package org.feewise.models.fees.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.words.Words;

/** Finds the articles of a catalogue again by the words in which they were cited. */
public final class LawBook {
  private final Map<Locale, Map<String, LawArticle>> byCite = new HashMap<>();

  public LawBook(FeeCatalogue catalogue) {
    for (Locale locale : Words.languages()) {
      Map<String, LawArticle> cites = new HashMap<>();
      catalogue.laws().forEach(law -> cites.put(law.cite(locale), law));
      byCite.put(locale, cites);
    }
  }

  /**
   * The articles of a citation as {@link LawArticle#cite(List, Locale)} writes it, in any language.
   *
   * @return none where the catalogue does not have all of them
   */
  public List<LawArticle> cited(String citation) {
    return byCite.keySet().stream()
        .map(locale -> cited(citation, locale))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The longest cite first: a title may itself have what parts two cites. */
  private List<LawArticle> cited(String citation, Locale locale) {
    Map<String, LawArticle> cites = byCite.get(locale);
    String separator = LawArticle.separator(locale);
    List<LawArticle> found = new ArrayList<>();
    for (String left = citation; !left.isEmpty(); ) {
      String rest = left;
      Optional<String> cite =
          cites.keySet().stream()
              .filter(rest::startsWith)
              .max(Comparator.comparingInt(String::length));
      if (cite.isEmpty()) {
        return List.of();
      }
      found.add(cites.get(cite.get()));
      left = left.substring(cite.get().length());
      left = left.startsWith(separator) ? left.substring(separator.length()) : left;
    }
    return found;
  }
}
