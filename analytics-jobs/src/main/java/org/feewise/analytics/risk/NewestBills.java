package org.feewise.analytics.risk;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.watch.Drift;

/**
 * The bills issued in the last month of a run, whether judged or not: what drift of features is
 * seen on first.
 */
record NewestBills(FeatureRow[] rows, ByPayer payers) {
  static NewestBills of(Dataset<Row> drawn) {
    List<Row> rows = drawn.orderBy("bill_no").collectAsList();
    return new NewestBills(
        rows.stream().map(DescribedBills::features).toArray(FeatureRow[]::new),
        ByPayer.of(rows.stream().map(row -> row.<String>getAs("citizen_id")).toList()));
  }

  Drift.Newest scoredBy(RiskModel model) {
    return new Drift.Newest(rows, payers, model.probabilities(List.of(rows)));
  }
}
