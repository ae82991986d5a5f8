package org.feewise.assistant.chat.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.SlotGrammar;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;

/**
 * A question as people ask it, and what answers it.
 *
 * @param laws any of them is the right source, as name and article; none where no document answers
 * @param fact a regular expression that finds the fact asked for in the right text
 */
record PolicyQuestion(String id, String ask, List<String> laws, String fact) {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/feewise/assistant/chat/policy");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final LocalDate ASKED_ON = LocalDate.of(2026, 11, 10);

  static List<PolicyQuestion> in(String file) throws IOException {
    try (var lines = Files.lines(FOLDER.resolve(file))) {
      return lines.map(PolicyQuestion::read).toList();
    }
  }

  /** The question as the tool is asked it. */
  String text() {
    return NormalText.of(ask);
  }

  /** The one fee it names. */
  Optional<FeeType> fee() {
    return fee(text());
  }

  /** The one fee a text in normal form names. */
  static Optional<FeeType> fee(String text) {
    Said said = SlotGrammar.read(text, ASKED_ON);
    return said.feeTypes().size() == 1 ? Optional.of(said.feeTypes().getFirst()) : Optional.empty();
  }

  boolean isUnanswerable() {
    return laws.isEmpty();
  }

  /** Whether the first passage has the fact and cites its law, or nothing is told where none is. */
  boolean isAnsweredBy(List<Found.Passage> passages) {
    if (laws.isEmpty() || passages.isEmpty()) {
      return laws.isEmpty() && passages.isEmpty();
    }
    return Pattern.compile(fact).matcher(passages.getFirst().text()).find() && isCitedBy(passages);
  }

  /** Whether the first passage cites a right law. */
  boolean isCitedBy(List<Found.Passage> passages) {
    return !passages.isEmpty()
        && laws.stream().anyMatch(law -> cites(passages.getFirst().article(), law));
  }

  private static boolean cites(String citation, String law) {
    int space = law.lastIndexOf(' ');
    String article = law.substring(space + 1);
    String lower = citation.toLowerCase(Locale.ROOT);
    if (space < 0 || !article.matches("\\d+")) {
      return lower.contains(law.toLowerCase(Locale.ROOT));
    }
    return lower.contains(law.substring(0, space).toLowerCase(Locale.ROOT))
        && Pattern.compile("(?<!\\d)" + article + "(?!\\d)").matcher(citation).find();
  }

  private static PolicyQuestion read(String line) {
    try {
      return JSON.readValue(line, PolicyQuestion.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
