package org.feewise.assistant.chat.policy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.slots.SlotGrammar;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;

/**
 * Paragraphs of rules, each with its law, found by what a question means and then by its exact
 * words; and honest about what none of them answers.
 */
public final class PolicyLibrary {
  private static final int MOST = 2;

  /** A second paragraph is shown where its score is this near to the first. */
  private static final double NEAR = 0.05;

  private static final LocalDate ANY_DAY = LocalDate.of(2026, 6, 17);

  private final IntentReader meanings;
  private final Map<Language, Shelf> shelves = new EnumMap<>(Language.class);
  private final Quotations quotations;

  private record Shelf(PolicyShelf paragraphs, Confidence confidence) {}

  /** Reads the documents of every language with what their texts mean. */
  public PolicyLibrary(IntentReader meanings) {
    this.meanings = meanings;
    Map<Language, PolicyDocuments> all = PolicyDocuments.all();
    all.forEach(
        (language, documents) ->
            shelves.put(
                language,
                new Shelf(
                    new PolicyShelf(documents, Meanings.of(documents), Guesses.of(language)),
                    Confidence.of(language))));
    quotations = new Quotations(all);
  }

  /**
   * The paragraph that was cited by its title and laws in any language, as it is in one; empty
   * where there is none, or none any more.
   */
  public Optional<Found.Passage> cited(String title, String citation, Language language) {
    return quotations.of(title, citation, language).map(Paragraph::passage);
  }

  /**
   * At most two paragraphs that answer a question, the best first; none when nothing fits.
   *
   * @param question in normal form
   * @param fee the fee it is about, named in it or before
   */
  public List<Found.Passage> passages(Language language, String question, Optional<FeeType> fee) {
    return passages(language, question, fee, 0);
  }

  /**
   * The same where the best answers with at least a probability, 0 to 1; never below the
   * probability from which paragraphs fit at all.
   */
  public List<Found.Passage> passages(
      Language language, String question, Optional<FeeType> fee, double least) {
    Shelf shelf = shelves.get(language);
    Findings findings = find(shelf, language, question, fee);
    if (!fits(shelf, findings, least)) {
      return List.of();
    }
    double first = findings.judged().getFirst().score();
    return findings.judged().stream()
        .limit(MOST)
        .filter(judged -> judged.score() >= first - NEAR)
        .map(judged -> judged.paragraph().passage())
        .toList();
  }

  /** Whether a paragraph answers a question with at least a probability, 0 to 1. */
  public boolean answers(Language language, String question, double least) {
    Shelf shelf = shelves.get(language);
    return fits(shelf, find(shelf, language, question, Optional.empty()), least);
  }

  private Findings find(Shelf shelf, Language language, String question, Optional<FeeType> fee) {
    String whole = withFee(language, plain(language, question), fee);
    return shelf.paragraphs.find(whole, meanings.meaning(language, whole), fee);
  }

  private static String plain(Language language, String question) {
    return language == Language.ENGLISH ? Loanwords.inEnglish(question) : question;
  }

  private static boolean fits(Shelf shelf, Findings findings, double least) {
    return findings.citesWhatIsNamed() || shelf.confidence.holds(findings, least);
  }

  /** The question with the fee it is about before it, where it names none itself. */
  private static String withFee(Language language, String question, Optional<FeeType> fee) {
    if (fee.isEmpty() || !SlotGrammar.read(question, ANY_DAY).feeTypes().isEmpty()) {
      return question;
    }
    String title = FeeCatalogue.builtIn().title(fee.get()).in(language.locale());
    return language == Language.CHINESE ? title + question : title + ": " + question;
  }
}
