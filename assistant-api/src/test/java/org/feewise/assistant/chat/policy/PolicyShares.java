package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.assistant.chat.understanding.Language;

/**
 * How many questions of a file a library does right.
 *
 * @param answered answerable questions whose first paragraph has the fact and cites its law
 * @param cited answerable questions whose first paragraph cites the law
 * @param refused unanswerable questions to which nothing is told
 * @param wrong the others, with what was told
 */
record PolicyShares(
    int answerable, int answered, int cited, int unanswerable, int refused, List<String> wrong) {

  static PolicyShares of(PolicyLibrary library, Language language, String file) throws IOException {
    int answered = 0;
    int cited = 0;
    int refused = 0;
    List<String> wrong = new ArrayList<>();
    List<PolicyQuestion> questions = PolicyQuestion.in(file);
    for (PolicyQuestion question : questions) {
      List<Found.Passage> found = library.passages(language, question.text(), question.fee());
      boolean right = question.isAnsweredBy(found);
      if (question.isUnanswerable()) {
        refused += right ? 1 : 0;
      } else {
        answered += right ? 1 : 0;
        cited += question.isCitedBy(found) ? 1 : 0;
      }
      if (!right) {
        wrong.add(question.id() + " " + question.ask() + " -> " + titles(found));
      }
    }
    int unanswerable = (int) questions.stream().filter(PolicyQuestion::isUnanswerable).count();
    return new PolicyShares(
        questions.size() - unanswerable, answered, cited, unanswerable, refused, wrong);
  }

  private static List<String> titles(List<Found.Passage> found) {
    return found.stream().map(passage -> passage.title() + ", " + passage.article()).toList();
  }

  double shareAnswered() {
    return (double) answered / answerable;
  }

  double shareRefused() {
    return (double) refused / unanswerable;
  }
}
