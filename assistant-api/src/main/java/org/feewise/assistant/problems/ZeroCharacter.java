package org.feewise.assistant.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The character U+0000, which no person writes and PostgreSQL does not keep. */
final class ZeroCharacter {
  private static final String ZERO = "\0";

  private ZeroCharacter() {}

  /** The text of a JSON body that has it; the path to the field is known once it was read. */
  static final class InBody extends JsonMappingException {
    private static final long serialVersionUID = 1;

    InBody(JsonParser body) {
      super(body, "text with a zero character");
    }
  }

  static boolean isIn(String text) {
    return text != null && text.contains(ZERO);
  }

  /** The first parameter that has it in its name or a value. */
  static Optional<String> in(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .filter(
            each -> isIn(each.getKey()) || each.getValue().stream().anyMatch(ZeroCharacter::isIn))
        .map(each -> each.getKey().replace(ZERO, ""))
        .findFirst();
  }

  static Problem problem(String field) {
    return new Problem(ZeroCharacter.class, 400, "zero-character", field).at(field);
  }
}
