package org.feewise.models.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.measures.Estimate;
import org.feewise.models.risk.measures.Predictions;

/**
 * Compares how the bills of different groups of payers were judged, all of them unseen by the
 * model.
 *
 * @param probability what the model said
 * @param late what happened
 */
public record FairnessAudit(ByPayer payers, double[] probability, boolean[] late) {
  /** Fewest bills of a group that is shown. */
  public static final int FEWEST_BILLS = 30;

  /** Fewest payers of a group that is shown. */
  public static final int FEWEST_PAYERS = 10;

  /** A bill at or above this probability is in the highest band. */
  private static final double THRESHOLD = 0.5;

  private static final int FEWEST_FOR_ERROR = 200;
  private static final double CONFIDENCE = 0.95;
  private static final long SEED = 7;

  /**
   * The groups of one attribute. Groups with too few bills or payers are put together, and where
   * that alone would tell them, the next smallest joins.
   *
   * @param group of each bill, null where unknown
   */
  public List<GroupFairness> of(String attribute, List<String> group) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < group.size(); i++) {
      String name = group.get(i) == null ? GroupFairness.UNKNOWN : group.get(i);
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
    }
    if (groups.keySet().equals(java.util.Set.of(GroupFairness.UNKNOWN))) {
      return List.of();
    }
    List<GroupFairness> measured = new ArrayList<>();
    screened(groups).forEach((name, rows) -> measured.add(measure(attribute, name, ints(rows))));
    return measured;
  }

  private Map<String, List<Integer>> screened(Map<String, List<Integer>> groups) {
    List<Map.Entry<String, List<Integer>>> bySize = new ArrayList<>(groups.entrySet());
    bySize.sort(Comparator.comparingInt(entry -> entry.getValue().size()));
    Map<String, List<Integer>> shown = new LinkedHashMap<>();
    List<Integer> others = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry : bySize) {
      boolean othersWouldBeTold = !others.isEmpty() && !isLarge(others);
      if (isLarge(entry.getValue()) && !othersWouldBeTold) {
        shown.put(entry.getKey(), entry.getValue());
      } else {
        others.addAll(entry.getValue());
      }
    }
    Map<String, List<Integer>> sorted = new TreeMap<>(shown);
    Map<String, List<Integer>> result = new LinkedHashMap<>(sorted);
    if (isLarge(others)) {
      result.put(GroupFairness.OTHERS, others);
    }
    return result;
  }

  private boolean isLarge(List<Integer> rows) {
    return rows.size() >= FEWEST_BILLS && payers.subset(ints(rows)).payers() >= FEWEST_PAYERS;
  }

  private GroupFairness measure(String attribute, String name, int[] rows) {
    Treatment treatment = treatment(rows);
    boolean[] member = new boolean[late.length];
    IntStream.of(rows).forEach(row -> member[row] = true);
    int[] rest = IntStream.range(0, late.length).filter(i -> !member[i]).toArray();
    boolean comparable =
        rest.length >= FEWEST_BILLS && payers.subset(rest).payers() >= FEWEST_PAYERS;
    Predictions predictions =
        rows.length < FEWEST_FOR_ERROR
            ? null
            : new Predictions(
                IntStream.of(rows).mapToDouble(row -> probability[row]).toArray(), hits(rows));
    return new GroupFairness(
        attribute,
        name,
        rows.length,
        payers.subset(rows).payers(),
        payers.subset(rows).share(hits(rows), CONFIDENCE),
        IntStream.of(rows).mapToDouble(row -> probability[row]).average().orElseThrow(),
        treatment.calibration(),
        predictions == null ? null : predictions.ece(),
        predictions == null ? null : predictions.eceIfCalibrated(SEED),
        THRESHOLD,
        treatment.truePositive(),
        treatment.falsePositive(),
        comparable ? treatment.against(treatment(rest)) : null);
  }

  private record Treatment(Estimate calibration, Estimate truePositive, Estimate falsePositive) {
    GroupFairness.ToRest against(Treatment rest) {
      return new GroupFairness.ToRest(
          calibration.minus(rest.calibration),
          truePositive.minus(rest.truePositive),
          falsePositive.minus(rest.falsePositive));
    }
  }

  private Treatment treatment(int[] rows) {
    double[] gaps =
        IntStream.of(rows).mapToDouble(row -> (late[row] ? 1 : 0) - probability[row]).toArray();
    return new Treatment(
        payers.subset(rows).mean(gaps, CONFIDENCE),
        alarms(IntStream.of(rows).filter(row -> late[row]).toArray()),
        alarms(IntStream.of(rows).filter(row -> !late[row]).toArray()));
  }

  private Estimate alarms(int[] rows) {
    boolean[] alarms = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      alarms[i] = probability[rows[i]] >= THRESHOLD;
    }
    return payers.subset(rows).share(alarms, CONFIDENCE);
  }

  private boolean[] hits(int[] rows) {
    boolean[] hits = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      hits[i] = late[rows[i]];
    }
    return hits;
  }

  private static int[] ints(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
