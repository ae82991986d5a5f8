package org.feewise.analytics.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.models.risk.GroupFairness;
import org.feewise.models.risk.HeldBack;

/** Compares how held-back bills of different groups of payers were judged. */
final class Fairness {
  private static final List<String> ATTRIBUTES =
      List.of("district", "age_band", "income_band", "disabled");
  private static final double THRESHOLD = 0.5;
  private static final int FEWEST_BILLS = 30;

  private Fairness() {}

  /**
   * The groups with enough bills, attribute by attribute.
   *
   * @param citizens payer of each row of the training set the held-back rows point into
   * @param groups citizen_id and the attributes
   */
  static List<GroupFairness> of(HeldBack held, List<String> citizens, Dataset<Row> groups) {
    Map<String, Row> byCitizen = attributesOf(held, citizens, groups);
    List<GroupFairness> measured = new ArrayList<>();
    for (String attribute : ATTRIBUTES) {
      Map<String, List<Integer>> rows = new TreeMap<>();
      for (int i = 0; i < held.rows().length; i++) {
        Row citizen = byCitizen.get(citizens.get(held.rows()[i]));
        String group = citizen == null ? null : citizen.getAs(attribute);
        if (group != null) {
          rows.computeIfAbsent(group, _ -> new ArrayList<>()).add(i);
        }
      }
      rows.forEach(
          (group, members) -> {
            if (members.size() >= FEWEST_BILLS) {
              measured.add(
                  GroupFairness.of(
                      attribute,
                      group,
                      members.stream().mapToInt(Integer::intValue).toArray(),
                      held.probability(),
                      held.late(),
                      THRESHOLD));
            }
          });
    }
    return measured;
  }

  private static Map<String, Row> attributesOf(
      HeldBack held, List<String> citizens, Dataset<Row> groups) {
    Set<String> wanted = new HashSet<>();
    for (int row : held.rows()) {
      wanted.add(citizens.get(row));
    }
    Map<String, Row> found = new HashMap<>();
    groups
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              String citizen = row.getAs("citizen_id");
              if (wanted.contains(citizen)) {
                found.put(citizen, row);
              }
            });
    return found;
  }
}
