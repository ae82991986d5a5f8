package org.feewise.assistant.chat.policy;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.chat.policy.Findings.Judged;
import org.feewise.models.fees.FeeType;

/** The paragraphs of one language with what is needed to judge them against a question. */
final class PolicyShelf {
  /** How many paragraphs have each of their questions compared; the others only their middle. */
  private static final int LOOKED_AT = 24;

  private final List<Paragraph> paragraphs;
  private final List<Questions> asked = new ArrayList<>();
  private final Questions unanswered;
  private final WordIndex words;
  private final LetterIndex letters;
  private final List<Set<String>> figures;
  private final Set<String> laws;
  private final Guesses guesses;

  PolicyShelf(PolicyDocuments documents, Meanings meanings, Guesses guesses) {
    paragraphs = documents.paragraphs();
    words = new WordIndex(documents);
    letters = new LetterIndex(paragraphs);
    figures = paragraphs.stream().map(paragraph -> ExactWords.figures(paragraph.text())).toList();
    laws =
        paragraphs.stream()
            .flatMap(paragraph -> paragraph.cited().stream())
            .flatMap(cited -> cited.names().stream())
            .collect(toSet());
    this.guesses = guesses;
    int row = 0;
    for (Paragraph paragraph : paragraphs) {
      asked.add(new Questions(meanings.vectors(row, paragraph.asked().size())));
      row += paragraph.asked().size();
    }
    unanswered = new Questions(meanings.vectors(row, documents.unanswered().size()));
  }

  /** A paragraph with what speaks for it before its questions are compared one by one. */
  private record Candidate(int paragraph, double[] features, double score) {}

  /**
   * Judges the paragraphs that may answer: those that the middle of their questions, the guess, the
   * words and the letters speak for.
   *
   * @param question in normal form
   * @param meaning of the question, of length one
   */
  Findings find(String question, float[] meaning, Optional<FeeType> fee) {
    double[] guessed = guesses.logarithms(meaning);
    List<Judged> judged = new ArrayList<>();
    for (Candidate candidate : candidates(question, meaning, fee, guessed)) {
      double[] likest = asked.get(candidate.paragraph).likest(meaning);
      double[] features = candidate.features;
      features[Feature.BEST.ordinal()] = likest[0];
      judged.add(
          new Judged(
              paragraphs.get(candidate.paragraph),
              features,
              Feature.score(features),
              average(likest)));
    }
    judged.sort(Comparator.comparingDouble(Judged::score).reversed());
    double[] none = unanswered.likest(meaning);
    return new Findings(judged, none[0], average(none), guessed[paragraphs.size()]);
  }

  private List<Candidate> candidates(
      String question, float[] meaning, Optional<FeeType> fee, double[] guessed) {
    double[] shares = words.shares(question);
    double[] lettered = letters.shares(question);
    ExactWords exact = ExactWords.of(question);
    boolean cites = exact.namesArticleOrAny(laws);
    List<Candidate> candidates = new ArrayList<>(paragraphs.size());
    for (int p = 0; p < paragraphs.size(); p++) {
      Paragraph paragraph = paragraphs.get(p);
      double[] features = new double[Feature.COUNT];
      features[Feature.CENTRE.ordinal()] = asked.get(p).centreLikeness(meaning);
      features[Feature.GUESS.ordinal()] = guessed[p];
      features[Feature.WORDS.ordinal()] = shares[p];
      features[Feature.LETTERS.ordinal()] = lettered[p];
      features[Feature.FEE.ordinal()] = agreement(paragraph, fee);
      features[Feature.CITED.ordinal()] = cites ? exact.cited(paragraph) : 0;
      features[Feature.FIGURES.ordinal()] = exact.figured(figures.get(p));
      candidates.add(new Candidate(p, features, Feature.score(features)));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates.subList(0, Math.min(LOOKED_AT, candidates.size()));
  }

  private static double agreement(Paragraph paragraph, Optional<FeeType> fee) {
    if (fee.isEmpty() || paragraph.fees().isEmpty()) {
      return 0;
    }
    return paragraph.fees().contains(fee.get()) ? 1 : -1;
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
