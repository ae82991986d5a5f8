package org.feewise.assistant.chat.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.money.Money;

/** One call of a tool within a turn, and what came back. */
public record ToolUse(String name, Map<String, Object> args, JsonNode result) {
  /** The field of what a plan or surcharges come to, by tool. */
  private static final Map<String, String> FIGURES =
      Map.of("plan", "extraCost", "surcharge", "surcharge");

  /** What a plan costs beyond the bills, or what lateness adds; nothing of other tools. */
  public Optional<Money> figure() {
    return Optional.ofNullable(FIGURES.get(name))
        .map(result::path)
        .filter(JsonNode::isTextual)
        .map(amount -> Money.parse(amount.asText()));
  }
}
