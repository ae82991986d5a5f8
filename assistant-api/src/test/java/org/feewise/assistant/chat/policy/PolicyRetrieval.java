package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.feewise.assistant.chat.understanding.Language;

/** How far the likest question alone, by an embedding, finds the paragraph that answers. */
public final class PolicyRetrieval {
  private static final List<String> FILES = List.of("questions", "heldout", "fresh", "strangers");

  private PolicyRetrieval() {}

  /**
   * The share of the answerable questions that ship whose likest question is of a right paragraph.
   */
  public static double hits(Language language, Function<String, float[]> embedding)
      throws IOException {
    List<Paragraph> paragraphs = PolicyDocuments.of(language).paragraphs();
    List<List<float[]>> meanings = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      meanings.add(paragraph.asked().stream().map(embedding).toList());
    }
    int asked = 0;
    int found = 0;
    for (String file : FILES) {
      String name = file + "." + language.locale().getLanguage() + ".jsonl";
      for (PolicyQuestion question : PolicyQuestion.in(name)) {
        if (!question.isUnanswerable()) {
          asked++;
          Paragraph likest = paragraphs.get(likest(meanings, embedding.apply(question.text())));
          found += question.isAnsweredBy(List.of(likest.passage())) ? 1 : 0;
        }
      }
    }
    return (double) found / asked;
  }

  private static int likest(List<List<float[]>> meanings, float[] meaning) {
    int best = 0;
    double most = -1;
    for (int p = 0; p < meanings.size(); p++) {
      for (float[] asked : meanings.get(p)) {
        double likeness = 0;
        for (int i = 0; i < meaning.length; i++) {
          likeness += asked[i] * meaning[i];
        }
        if (likeness > most) {
          most = likeness;
          best = p;
        }
      }
    }
    return best;
  }
}
