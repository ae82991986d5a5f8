package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.risk.features.PopulationRates;
import org.feewise.models.risk.features.RiskFeatures;

/**
 * The house's bills with their features, computed by Spark payer by payer with the one definition
 * in {@link RiskFeatures}.
 */
public final class DescribedBills {
  /** Columns of the result; {@code late} is null before the due date has passed. */
  public static final StructType SCHEMA =
      new StructType()
          .add("bill_no", DataTypes.StringType, false)
          .add("citizen_id", DataTypes.StringType, false)
          .add("fee_type", DataTypes.StringType, false)
          .add("principal_fen", DataTypes.LongType, false)
          .add("issued_on", DataTypes.DateType, false)
          .add("due_on", DataTypes.DateType, false)
          .add("open", DataTypes.BooleanType, false)
          .add("late", DataTypes.BooleanType, true)
          .add("days_late", DataTypes.DoubleType, true)
          .add("numbers", DataTypes.createArrayType(DataTypes.DoubleType), false)
          .add("categories", DataTypes.createArrayType(DataTypes.StringType), false);

  private DescribedBills() {}

  /** Late shares over time, counted in the engine. */
  public static PopulationRates rates(Dataset<Row> bills, LocalDate asOf) {
    PopulationRates.Counts counts = new PopulationRates.Counts();
    Column late = col("settled_on").isNull().or(col("settled_on").gt(col("due_on")));
    Iterator<Row> days =
        bills
            .where(col("due_on").lt(lit(asOf)))
            .groupBy(
                date_add(col("due_on"), 1).as("day"),
                coalesce(col("district"), lit("")).as("district"),
                col("fee_type"))
            .agg(count(lit(1)), sum(late.cast("long")))
            .toLocalIterator();
    while (days.hasNext()) {
      Row day = days.next();
      counts.add(
          day.getLocalDate(0), day.getString(1), day.getString(2), day.getLong(3), day.getLong(4));
    }
    return counts.rates();
  }

  /** Describes every bill as it was known on its day of issue. */
  public static Dataset<Row> of(Dataset<Row> bills, PopulationRates rates, LocalDate asOf) {
    RiskFeatures definition = new RiskFeatures(HouseFeatures.SCHEMA, rates);
    return bills
        .repartition(col("citizen_id"))
        .sortWithinPartitions("citizen_id", "issued_on", "bill_no")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new DescribedRows(rows, definition, asOf),
            Encoders.row(SCHEMA));
  }

  /** The features in a row of {@link #SCHEMA}. */
  public static FeatureRow features(Row row) {
    double[] numbers = row.<Double>getList(9).stream().mapToDouble(Double::doubleValue).toArray();
    return new FeatureRow(numbers, row.<String>getList(10).toArray(String[]::new));
  }
}
