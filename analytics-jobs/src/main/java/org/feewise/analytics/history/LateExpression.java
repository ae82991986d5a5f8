package org.feewise.analytics.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.feewise.models.risk.DateColumn;

/** A Spark SQL boolean expression over the columns of a table that says which bills were late. */
public final class LateExpression {
  private static final String ROW = "feewise row";

  private final SparkSession spark;
  private final CsvTable table;
  private final Map<String, ColumnProfile> profiles = new HashMap<>();
  private final Map<String, DateColumn> dates;

  /**
   * Prepares to evaluate expressions over a table.
   *
   * @param profiles of the table's columns, which decide what a column's cells are read as
   * @param dates columns that hold days, by name
   */
  public LateExpression(
      SparkSession spark,
      CsvTable table,
      List<ColumnProfile> profiles,
      Map<String, DateColumn> dates) {
    this.spark = spark.newSession();
    this.spark.conf().set("spark.sql.ansi.enabled", false);
    this.spark.conf().set("spark.sql.caseSensitive", hasTwinsByCase(table.header()));
    this.table = table;
    profiles.forEach(profile -> this.profiles.put(profile.name(), profile));
    this.dates = Map.copyOf(dates);
  }

  /**
   * The verdicts of an expression.
   *
   * @param lateByRow verdict by row number; a row for which the expression is null has none
   * @param columns what the expression reads
   */
  public record Labels(Map<Long, Boolean> lateByRow, List<String> columns) {}

  /**
   * Decides every row.
   *
   * @throws IllegalArgumentException when the text is no expression or names an unknown column
   */
  public Labels evaluate(String expression) {
    try {
      Column late = functions.expr(expression).cast(DataTypes.BooleanType);
      List<String> columns = columnsOf(late);
      Dataset<Row> decided = rows(columns).select(functions.col("`" + ROW + "`"), late);
      Map<Long, Boolean> lateByRow = new HashMap<>();
      Iterator<Row> all = decided.toLocalIterator();
      while (all.hasNext()) {
        Row row = all.next();
        if (!row.isNullAt(1)) {
          lateByRow.put(row.getLong(0), row.getBoolean(1));
        }
      }
      return new Labels(lateByRow, columns);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(
            "label \""
                + expression
                + "\": "
                + e.getMessage().strip().lines().findFirst().orElse(""),
            e);
      }
      throw e;
    }
  }

  private List<String> columnsOf(Column late) {
    Dataset<Row> none = spark.createDataFrame(List.of(), schema(table.header()));
    TreeSet<String> used = new TreeSet<>();
    scala.collection.Iterator<?> expressions =
        none.select(late).queryExecution().analyzed().expressions().iterator();
    while (expressions.hasNext()) {
      var expression = (org.apache.spark.sql.catalyst.expressions.Expression) expressions.next();
      expression.references().foreach(attribute -> used.add(attribute.name()));
    }
    return List.copyOf(used);
  }

  private Dataset<Row> rows(List<String> columns) {
    StructType schema = schema(columns);
    CellReader cells = cellReader(columns);
    String file = table.file().toString();
    return spark
        .range(0, 1, 1, 1)
        .mapPartitions(
            (MapPartitionsFunction<Long, Row>) _ -> read(file, cells), Encoders.row(schema));
  }

  private static Iterator<Row> read(String file, CellReader cells) throws IOException {
    List<Row> rows = new ArrayList<>();
    CsvTable.open(Path.of(file)).forEach((row, _, texts) -> rows.add(cells.read(row, texts)));
    return rows.iterator();
  }

  private CellReader cellReader(List<String> columns) {
    List<CellReader.Cell> cells = new ArrayList<>();
    for (String column : columns) {
      DateColumn date = dates.get(column);
      cells.add(
          new CellReader.Cell(
              table.indexOf(column),
              typeOf(column).typeName(),
              date == null ? null : date.format().orElse("")));
    }
    return new CellReader(cells, table.separator());
  }

  private StructType schema(List<String> columns) {
    StructType schema = new StructType().add(ROW, DataTypes.LongType, false);
    for (String column : columns) {
      schema = schema.add(column, typeOf(column));
    }
    return schema;
  }

  private DataType typeOf(String column) {
    if (dates.containsKey(column)) {
      return DataTypes.DateType;
    }
    return switch (profiles.get(column).type()) {
      case WHOLE_NUMBER -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case TRUTH -> DataTypes.BooleanType;
      case EMPTY, DAY, TEXT -> DataTypes.StringType;
    };
  }

  private static boolean hasTwinsByCase(List<String> header) {
    return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count()
        < header.size();
  }
}
