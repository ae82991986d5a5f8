package org.feewise.analytics.trends;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of the service as far as reports need them, read in parts by day of issue. */
final class HouseTables {
  private static final int PARTS = 8;
  private static final int FETCH = 10_000;

  private final SparkSession spark;
  private final Map<String, String> jdbc;

  HouseTables(SparkSession spark, Map<String, String> jdbc) {
    this.spark = spark;
    this.jdbc = jdbc;
  }

  /** Bills issued on or before a day, each with the district of its payer. */
  Dataset<Row> billsIssuedBy(LocalDate asOf) {
    Dataset<Row> district = table().option("dbtable", "citizen").load();
    return bills(asOf)
        .select(
            "citizen_id",
            "fee_type",
            "principal_fen",
            "paid_fen",
            "effective_due_on",
            "settled_on",
            "issued_on")
        .where(col("issued_on").leq(asOf))
        .join(broadcast(district.select("citizen_id", "district")), "citizen_id");
  }

  private Dataset<Row> bills(LocalDate asOf) {
    Row first = table().option("query", "select min(issued_on) as first from bill").load().first();
    if (first.isNullAt(0) || first.getAs("first").equals(asOf)) {
      return table().option("dbtable", "bill").load();
    }
    return table()
        .option("dbtable", "bill")
        .option("partitionColumn", "issued_on")
        .option("lowerBound", first.getAs("first").toString())
        .option("upperBound", asOf.toString())
        .option("numPartitions", PARTS)
        .load();
  }

  private DataFrameReader table() {
    return spark.read().format("jdbc").options(jdbc).option("fetchsize", FETCH);
  }
}
