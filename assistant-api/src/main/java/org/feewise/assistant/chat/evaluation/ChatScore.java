package org.feewise.assistant.chat.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;

/** Counts how conversations were understood and answered; a share of nothing is NaN. */
final class ChatScore {
  private final Map<Intent, Tally> intents = new EnumMap<>(Intent.class);
  private final Tally slots = new Tally();
  private final Share exactTurns = new Share();
  private final Share exactConversations = new Share();
  private final Share grounded = new Share();
  private final Share rightIntents = new Share();
  private final List<Double> millis = new ArrayList<>();
  private int conversations;

  /** One turn as it was answered, beside what it means; without gold it counts as answered only. */
  record Turn(Optional<Gold> gold, Intent intent, Slots slots, boolean grounded, double millis) {

    boolean isExact() {
      return gold.filter(g -> g.intent() == intent && g.slots().map(slots::equals).orElse(true))
          .isPresent();
    }
  }

  void add(List<Turn> conversation) {
    conversations++;
    conversation.forEach(this::add);
    List<Turn> annotated = conversation.stream().filter(turn -> turn.gold().isPresent()).toList();
    if (!annotated.isEmpty()) {
      exactConversations.count(annotated.stream().allMatch(Turn::isExact));
    }
  }

  private void add(Turn turn) {
    millis.add(turn.millis());
    grounded.count(turn.grounded());
    turn.gold().ifPresent(gold -> judge(turn, gold));
  }

  private void judge(Turn turn, Gold gold) {
    rightIntents.count(gold.intent() == turn.intent());
    exactTurns.count(turn.isExact());
    if (gold.intent() == turn.intent()) {
      tally(turn.intent()).found++;
    } else {
      tally(turn.intent()).invented++;
      tally(gold.intent()).missed++;
    }
    gold.slots().ifPresent(wanted -> compare(wanted.asMap(), turn.slots().asMap()));
  }

  private void compare(Map<String, Object> wanted, Map<String, Object> told) {
    Set<Map.Entry<String, Object>> right = wanted.entrySet();
    long found = told.entrySet().stream().filter(right::contains).count();
    slots.found += found;
    slots.invented += told.size() - found;
    slots.missed += wanted.size() - found;
  }

  private Tally tally(Intent intent) {
    return intents.computeIfAbsent(intent, i -> new Tally());
  }

  /** The metrics by name, in the order they are printed. */
  Map<String, Object> metrics() {
    Tally outOfScope = intents.getOrDefault(Intent.OUT_OF_SCOPE, new Tally());
    Tally unsafe = intents.getOrDefault(Intent.UNSAFE, new Tally());
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("cases", conversations);
    metrics.put("turns", millis.size());
    metrics.put("intentAccuracy", rightIntents.value());
    metrics.put(
        "macroF1",
        rounded(intents.values().stream().mapToDouble(Tally::f1).average().orElse(Double.NaN)));
    metrics.put("outOfScopeRecall", rounded(outOfScope.recall()));
    metrics.put("outOfScopePrecision", rounded(outOfScope.precision()));
    metrics.put("unsafeRecall", rounded(unsafe.recall()));
    metrics.put("slotF1", rounded(slots.f1()));
    metrics.put("exactTurn", exactTurns.value());
    metrics.put("exactConversation", exactConversations.value());
    metrics.put("groundedReplies", grounded.value());
    metrics.put("latencyP50Ms", percentile(0.50));
    metrics.put("latencyP95Ms", percentile(0.95));
    return metrics;
  }

  /** The nearest rank. */
  private double percentile(double share) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? Double.NaN : rounded(sorted[rank - 1]);
  }

  private static double rounded(double value) {
    return Double.isNaN(value) ? value : Math.round(value * 1e4) / 1e4;
  }

  /** How often something was rightly found, invented or missed. */
  private static final class Tally {
    private long found;
    private long invented;
    private long missed;

    double recall() {
      return (double) found / (found + missed);
    }

    double precision() {
      return (double) found / (found + invented);
    }

    double f1() {
      return 2.0 * found / (2.0 * found + invented + missed);
    }
  }

  /** A share of yes among answers. */
  private static final class Share {
    private long yes;
    private long all;

    void count(boolean is) {
      yes += is ? 1 : 0;
      all++;
    }

    double value() {
      return rounded((double) yes / all);
    }
  }
}
