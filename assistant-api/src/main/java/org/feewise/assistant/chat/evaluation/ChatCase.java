package org.feewise.assistant.chat.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.words.Words;

/**
 * One conversation, held on one day.
 *
 * @param today the day in Asia/Shanghai, at noon
 */
record ChatCase(String id, Locale locale, LocalDate today, List<Turn> turns) {

  /** One message; without gold it is answered and not scored. */
  record Turn(String say, Optional<Gold> gold) {}

  static ChatCase of(CaseFields line) {
    List<Turn> turns =
        line.objects("turns").stream()
            .map(turn -> new Turn(turn.text("say"), Gold.of(turn)))
            .toList();
    if (turns.isEmpty()) {
      throw line.refuse("turns", "is empty");
    }
    return new ChatCase(
        line.text("id"),
        Words.supported(Locale.forLanguageTag(line.text("locale"))),
        line.date("today"),
        turns);
  }
}
