package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
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

  /**
   * Describes bills as they were known on their day of issue.
   *
   * @param bills of whole payers, as {@link HouseHistory#bills} gives them
   * @param wanted which of them to describe, by their columns; the others are their history
   */
  public static Dataset<Row> of(
      Dataset<Row> bills, PopulationRates rates, LocalDate asOf, Column wanted) {
    RiskFeatures definition = new RiskFeatures(HouseFeatures.SCHEMA, rates);
    return bills
        .withColumn(DescribedRows.WANTED, wanted)
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
