package org.feewise.assistant.chat.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.feewise.assistant.chat.tools.ToolUse;

/** Finds the laws and documents that tool results rest on. */
final class Citations {
  private Citations() {}

  static List<Answer.Citation> of(List<ToolUse> uses) {
    Set<Answer.Citation> citations = new LinkedHashSet<>();
    for (ToolUse use : uses) {
      for (JsonNode passage : use.result().path("passages")) {
        String url = passage.hasNonNull("url") ? passage.get("url").asText() : null;
        citations.add(
            new Answer.Citation(
                passage.path("title").asText(), passage.path("article").asText(), url));
      }
      for (JsonNode rule : use.result().path("rules")) {
        citations.add(
            new Answer.Citation(rule.path("fee").asText(), rule.path("law").asText(), null));
      }
    }
    return List.copyOf(citations);
  }
}
