package org.feewise.assistant.chat.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
      citations.addAll(laws(use.result()));
    }
    return List.copyOf(citations);
  }

  /** The laws that late bills were surcharged by, each once; where none is late, the rules told. */
  private static List<Answer.Citation> laws(JsonNode result) {
    if (result.path("late").asInt() == 0) {
      return result
          .path("rules")
          .valueStream()
          .map(rule -> law(rule.path("fee").asText(), rule))
          .toList();
    }
    Map<String, Answer.Citation> byLaw = new LinkedHashMap<>();
    result
        .path("bills")
        .valueStream()
        .filter(bill -> bill.path("lateDays").asLong() > 0 && bill.hasNonNull("law"))
        .map(bill -> law(bill.path("title").asText(), bill))
        .forEach(citation -> byLaw.putIfAbsent(citation.article(), citation));
    return List.copyOf(byLaw.values());
  }

  private static Answer.Citation law(String title, JsonNode rule) {
    return new Answer.Citation(title, rule.path("law").asText(), null);
  }
}
