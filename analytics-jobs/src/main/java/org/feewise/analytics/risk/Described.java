package org.feewise.analytics.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.feewise.analytics.history.MappedBills;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.PopulationRates;
import org.feewise.models.risk.features.RiskFeatures;

/** The bills of one table with their features, in the order of the table. */
record Described(MappedBills source, FeatureRow[] features) {

  static Described of(MappedBills source) {
    PopulationRates.Counts counts = new PopulationRates.Counts();
    source.bills().forEach(counts::add);
    RiskFeatures definition = new RiskFeatures(source.schema(), counts.rates());
    FeatureRow[] features = new FeatureRow[source.bills().size()];
    Map<String, List<Integer>> byPayer = new LinkedHashMap<>();
    for (int i = 0; i < features.length; i++) {
      BillStory bill = source.bills().get(i);
      if (bill.hasHistory()) {
        byPayer.computeIfAbsent(bill.payer(), _ -> new ArrayList<>()).add(i);
      } else {
        features[i] = definition.describe(bill);
      }
    }
    for (List<Integer> bills : byPayer.values()) {
      bills.sort(Comparator.comparing(i -> source.bills().get(i).issuedOn()));
      List<BillStory> stories = bills.stream().map(source.bills()::get).toList();
      List<FeatureRow> rows = new ArrayList<>();
      definition.describeAll(stories, (_, row) -> rows.add(row));
      IntStream.range(0, bills.size()).forEach(i -> features[bills.get(i)] = rows.get(i));
    }
    return new Described(source, features);
  }

  TrainingSet training(int[] indices, boolean temporal) {
    FeatureRow[] rows = new FeatureRow[indices.length];
    boolean[] late = new boolean[indices.length];
    double[] days = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      rows[i] = features[indices[i]];
      late[i] = source.late().get(indices[i]);
      days[i] = source.bills().get(indices[i]).daysLate().map(Long::doubleValue).orElse(Double.NaN);
    }
    return new TrainingSet(source.schema(), rows, late, days, temporal);
  }
}
