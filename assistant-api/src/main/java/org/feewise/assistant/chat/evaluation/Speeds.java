package org.feewise.assistant.chat.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long turns took, and one embedding of what was said in each, measured beside it. */
final class Speeds {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Long> turns = new ArrayList<>();
  private final List<Long> embeddings = new ArrayList<>();

  void add(long turnNanos, long embeddingNanos) {
    turns.add(turnNanos);
    embeddings.add(embeddingNanos);
  }

  /** Milliseconds at the nearest rank, turns a second, and how many embeddings a turn costs. */
  Map<String, Object> measures() {
    double turnP50 = millis(turns, 0.5);
    double embeddingP50 = millis(embeddings, 0.5);
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("turns", turns.size());
    measures.put("p50Ms", rounded(turnP50));
    measures.put("p95Ms", rounded(millis(turns, 0.95)));
    measures.put("turnsPerSecond", rounded(turns.size() / seconds()));
    measures.put("embeddingP50Ms", rounded(embeddingP50));
    measures.put("embeddingP95Ms", rounded(millis(embeddings, 0.95)));
    measures.put("ratio", rounded(turnP50 / embeddingP50));
    return measures;
  }

  private double seconds() {
    return turns.stream().mapToLong(Long::longValue).sum() / NANOS_PER_SECOND;
  }

  private static double millis(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / NANOS_PER_MILLI;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
