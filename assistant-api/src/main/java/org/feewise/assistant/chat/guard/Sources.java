package org.feewise.assistant.chat.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.tools.ToolUse;

/**
 * The texts that the figures of a model's reply may come from. Titles, and what a model itself
 * chose to ask for, are no sources: whoever writes them could write anything.
 */
final class Sources {
  private static final List<String> WRITTEN_BY_OTHERS =
      List.of("title", "question", "asked", "problem");
  private static final Set<Slot> TOLD =
      EnumSet.of(Slot.PERIOD, Slot.AS_OF, Slot.INSTALMENTS, Slot.MONTHLY_BUDGET, Slot.DAYS_BEFORE);

  private Sources() {}

  static List<String> of(Draft draft) {
    Set<String> sources = new LinkedHashSet<>();
    for (ToolUse use : onDaysAskedFor(draft)) {
      sources.add(PlainNumbers.of(withoutForeignWords(use.result()).toString()));
      sources.add(sizes(use.result()));
    }
    for (ToolUse use : draft.right()) {
      sources.add(use.result().path("asked").toString());
      Map<String, Object> chosen = new LinkedHashMap<>(use.args());
      chosen.keySet().removeAll(WRITTEN_BY_OTHERS);
      sources.add(chosen.toString());
    }
    draft.understood().wishes().forEach(wish -> sources.add(wish.slots().only(TOLD).toString()));
    sources.add(draft.instructions());
    return List.copyOf(sources);
  }

  /** What the model found, but for surcharges and plans of days that nobody asked about. */
  static List<ToolUse> onDaysAskedFor(Draft draft) {
    Set<JsonNode> asked = new LinkedHashSet<>();
    draft
        .right()
        .forEach(
            use -> List.of("payOn", "today").forEach(field -> asked.add(use.result().path(field))));
    return draft.uses().stream().filter(use -> isAskedFor(use, asked)).toList();
  }

  private static boolean isAskedFor(ToolUse use, Set<JsonNode> asked) {
    JsonNode result = use.result();
    return !result.has("payOn")
        || result.get("payOn").equals(result.path("today"))
        || asked.contains(result.get("payOn"));
  }

  /** How many bills, payments and the like there are, which a model may count. */
  private static String sizes(JsonNode result) {
    List<Integer> sizes = new ArrayList<>();
    result.forEach(
        field -> {
          if (field.isArray()) {
            sizes.add(field.size());
          }
        });
    sizes.add(Math.max(0, result.path("count").asInt() - result.path("late").asInt()));
    JsonNode open = result.path("open");
    sizes.add(Math.max(0, open.path("count").asInt() - open.path("overdue").asInt()));
    sizes.add(Math.max(0, result.path("count").asInt() - open.path("count").asInt()));
    List<Long> days = new ArrayList<>();
    result.path("bills").forEach(bill -> days.add(Math.abs(bill.path("daysLeft").asLong())));
    return sizes + " " + days;
  }

  private static JsonNode withoutForeignWords(JsonNode found) {
    JsonNode own = found.deepCopy();
    strip(own);
    return own;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      boolean isPassage = object.has("article");
      WRITTEN_BY_OTHERS.stream()
          .filter(field -> !isPassage || !field.equals("title"))
          .forEach(object::remove);
    }
    node.forEach(Sources::strip);
  }
}
