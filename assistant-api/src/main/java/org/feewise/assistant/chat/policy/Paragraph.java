package org.feewise.assistant.chat.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.chat.tools.Found;
import org.feewise.models.fees.FeeType;

/**
 * A rule told in one language, with the laws it stands on.
 *
 * @param topic the file it stands in
 * @param id the same in every language
 * @param fees the fees it is about; none when it is about any
 * @param asked questions it answers, in normal form
 */
record Paragraph(
    String topic,
    String id,
    String title,
    String text,
    List<Cited> cited,
    Optional<String> url,
    Set<FeeType> fees,
    List<String> asked) {

  /**
   * A law and its articles.
   *
   * @param names what people call it, lower case
   */
  record Cited(String citation, List<String> names, List<String> articles) {}

  Paragraph {
    if (title.isBlank() || text.isBlank() || asked.isEmpty() || cited.isEmpty()) {
      throw new IllegalArgumentException(
          "paragraph " + id + " needs a title, a text, questions and a law");
    }
  }

  /** The laws it stands on, with their articles, as they are shown. */
  String citation() {
    return String.join("；", cited.stream().map(Cited::citation).toList());
  }

  Found.Passage passage() {
    return new Found.Passage(title, citation(), url.orElse(null), text);
  }
}
