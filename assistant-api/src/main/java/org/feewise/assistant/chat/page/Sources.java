package org.feewise.assistant.chat.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.bills.CitedLaw;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.LawBook;
import org.feewise.models.words.Words;

/**
 * Looks up what citations name when a page is drawn: a reply keeps its citations, not what they
 * said.
 */
@ApplicationScoped
class Sources {
  private final PolicyLibrary policies;
  private final LawBook laws;

  Sources(PolicyLibrary policies, Surcharges surcharges) {
    this.policies = policies;
    this.laws = new LawBook(surcharges.catalogue());
  }

  /** In the language of the page, whatever that of the reply was. */
  List<Source> of(List<Answer.Citation> citations, Locale locale) {
    return citations.stream().map(citation -> source(citation, locale)).toList();
  }

  private Source source(Answer.Citation citation, Locale locale) {
    Language language = locale.equals(Words.ENGLISH) ? Language.ENGLISH : Language.CHINESE;
    return policies
        .cited(citation.title(), citation.article(), language)
        .map(
            found ->
                new Source(found.title(), found.article(), found.url(), found.text(), List.of()))
        .orElseGet(
            () ->
                new Source(
                    citation.title(),
                    citation.article(),
                    citation.url(),
                    null,
                    laws.cited(citation.article()).stream()
                        .map(law -> CitedLaw.of(law, locale))
                        .toList()));
  }
}
