package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
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
  /** So many that a monthly bill is among them whatever the month. */
  private static final int DAYS = 31;

  private static final int MOST = 20_000;

  static NewestBills of(Dataset<Row> described, LocalDate asOf) {
    Dataset<Row> newest = described.where(col("issued_on").gt(lit(asOf.minusDays(DAYS))));
    List<Row> rows = Draw.atMost(newest, MOST).bills().orderBy("bill_no").collectAsList();
    return new NewestBills(
        rows.stream().map(DescribedBills::features).toArray(FeatureRow[]::new),
        ByPayer.of(rows.stream().map(row -> row.<String>getAs("citizen_id")).toList()));
  }

  Drift.Newest scoredBy(RiskModel model) {
    return new Drift.Newest(rows, payers, model.probabilities(List.of(rows)));
  }
}
