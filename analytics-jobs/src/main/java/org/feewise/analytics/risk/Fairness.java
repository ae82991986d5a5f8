package org.feewise.analytics.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.models.risk.FairnessAudit;
import org.feewise.models.risk.GroupFairness;
import org.feewise.models.risk.watch.JudgedBills;

/** Compares how bills of different groups of payers were judged. */
final class Fairness {
  private static final List<String> ATTRIBUTES =
      List.of("district", "age_band", "income_band", "disabled");

  private Fairness() {}

  /**
   * The groups with enough bills and payers, attribute by attribute.
   *
   * @param bills unseen by the model that judged them
   * @param citizens payer of each
   * @param groups citizen_id and the attributes
   */
  static List<GroupFairness> of(JudgedBills bills, List<String> citizens, Dataset<Row> groups) {
    Map<String, Row> byCitizen = attributesOf(new HashSet<>(citizens), groups);
    FairnessAudit audit = new FairnessAudit(bills.payers(), bills.probability(), bills.late());
    List<GroupFairness> measured = new ArrayList<>();
    for (String attribute : ATTRIBUTES) {
      List<String> group = new ArrayList<>();
      for (String citizen : citizens) {
        Row row = byCitizen.get(citizen);
        group.add(row == null ? null : row.getAs(attribute));
      }
      measured.addAll(audit.of(attribute, group));
    }
    return measured;
  }

  private static Map<String, Row> attributesOf(Set<String> citizens, Dataset<Row> groups) {
    Map<String, Row> found = new HashMap<>();
    groups
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              String citizen = row.getAs("citizen_id");
              if (citizens.contains(citizen)) {
                found.put(citizen, row);
              }
            });
    return found;
  }
}
