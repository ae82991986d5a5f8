package org.feewise.analytics.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Generates the demo city: citizens, their bills, payments and reminders, and beside them the
 * truths that were planted.
 */
public final class City {
  private static final int CITIZENS_A_PARTITION = 2_500;

  private final SparkSession spark;
  private final CityPlan plan;

  public City(SparkSession spark, CityPlan plan) {
    this.spark = spark;
    this.plan = plan;
  }

  /** How the tables are written: a folder of files each, named as the table. */
  public enum Format {
    PARQUET,
    /** UTF-8, with a header, an empty field for null: as PostgreSQL's COPY reads it. */
    CSV
  }

  /**
   * Writes all tables and {@code truths.json} into a folder, replacing what was there.
   *
   * @throws IOException when the folder cannot be written
   */
  public void write(Path folder, Format format) throws IOException {
    write(folder, format, table -> {});
  }

  /**
   * The same, telling the name of each table before it is written.
   *
   * @throws IOException when the folder cannot be written
   */
  public void write(Path folder, Format format, Consumer<String> progress) throws IOException {
    Files.createDirectories(folder);
    for (CityTable table : CityTable.values()) {
      String name = table.name().toLowerCase(Locale.ROOT);
      progress.accept(name);
      write(table(table), folder.resolve(name), format);
    }
    Files.writeString(folder.resolve("truths.json"), truths());
  }

  /** The rows of one table; the same whatever the number of partitions. */
  Dataset<Row> table(CityTable table) {
    int partitions = Math.max(2, Math.ceilDiv(plan.citizens(), CITIZENS_A_PARTITION));
    return table(table, partitions);
  }

  Dataset<Row> table(CityTable table, int partitions) {
    CityPlan told = plan;
    MapPartitionsFunction<Long, Row> rows =
        numbers -> {
          CitizenLife.Teller teller = new CitizenLife.Teller(told);
          Iterable<Long> each = () -> numbers;
          return StreamSupport.stream(each.spliterator(), false)
              .flatMap(number -> table.rows(teller, number.intValue()))
              .iterator();
        };
    return spark
        .range(1, plan.citizens() + 1L, 1, partitions)
        .mapPartitions(rows, Encoders.row(table.schema()));
  }

  private static void write(Dataset<Row> rows, Path folder, Format format) {
    DataFrameWriter<Row> writer = rows.write().mode(SaveMode.Overwrite);
    switch (format) {
      case PARQUET -> writer.parquet(folder.toString());
      case CSV ->
          writer
              .option("header", true)
              .option("quote", "\"")
              .option("escape", "\"")
              .option("emptyValue", "\"\"")
              .option("nullValue", "")
              .option("timestampFormat", "yyyy-MM-dd'T'HH:mm:ssXXX")
              .csv(folder.toString());
    }
  }

  private String truths() {
    return Population.asJson(new Truths(plan, Population.PLANTED, Population.RHYTHMS));
  }

  /** What was planted, in a fixed order, so that the same city has the same file. */
  private record Truths(CityPlan plan, Population population, List<FeeRhythm> rhythms) {}
}
