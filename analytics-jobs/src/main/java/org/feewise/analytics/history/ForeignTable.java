package org.feewise.analytics.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.DateColumn;

/** Somebody else's table of bills, held against its mapping and read. */
public final class ForeignTable {
  private final Path csv;
  private final BillMapping mapping;
  private final Consumer<String> log;

  /**
   * Prepares to read.
   *
   * @param log told what is used, ignored and rejected, and why
   */
  public ForeignTable(Path csv, BillMapping mapping, Consumer<String> log) {
    this.csv = csv;
    this.mapping = mapping;
    this.log = log;
  }

  /**
   * Reads every row that can be read.
   *
   * @param spark asked only when the mapping has a label expression
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when the table and the mapping do not fit
   */
  public MappedBills bills(Supplier<SparkSession> spark) throws IOException {
    CsvTable table = CsvTable.open(csv);
    log.accept(
        "%s: %s, columns separated by '%s': %s"
            .formatted(csv, table.charset(), table.separator(), table.header()));
    mapping.unknownKeys().forEach(key -> log.accept("ignored: mapping entry " + key));
    requireFit(table);
    List<ColumnProfile> profiles =
        ColumnProfile.of(table, mapping.issuedOn().orElse(DateColumn.iso("")));
    Optional<LateExpression.Labels> labels =
        mapping
            .lateExpression()
            .map(
                expression ->
                    new LateExpression(spark.get(), table, profiles, dates()).evaluate(expression));
    AttributeColumns attributes =
        AttributeColumns.choose(
            table,
            mapping,
            profiles,
            labels.map(LateExpression.Labels::columns).orElse(List.of()),
            log);
    if (mapping.payer().isEmpty() || mapping.issuedOn().isEmpty()) {
      log.accept("no history: it needs the columns payer and issuedOn");
    }
    return MappedBills.read(
        table, mapping, attributes, labels.map(LateExpression.Labels::lateByRow), log);
  }

  private void requireFit(CsvTable table) {
    List<String> missing = mapping.missingFrom(table.header());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no column %s; it has %s"
              .formatted(csv, String.join(", ", missing), table.header()));
    }
    if (mapping.lateExpression().isEmpty()
        && (mapping.settledOn().isEmpty() || mapping.dueOn().isEmpty())) {
      throw new IllegalArgumentException(
          "mapping says neither a label nor both dueOn and settledOn: nothing says what was late");
    }
  }

  private Map<String, DateColumn> dates() {
    Map<String, DateColumn> dates = new HashMap<>();
    mapping.issuedOn().ifPresent(date -> dates.put(date.column(), date));
    mapping.dueOn().ifPresent(date -> dates.put(date.column(), date));
    mapping.settledOn().ifPresent(date -> dates.put(date.column(), date));
    return dates;
  }
}
