package org.feewise.assistant.bills.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.bills.imports.CopyRows;
import org.feewise.assistant.identity.PersonalCipher;

/** Copies the city's citizens into the database, what is personal encrypted. */
final class CitizenFiles {
  private static final List<String> PERSONAL =
      List.of("name", "national_id", "phone", "email", "address");
  private static final List<String> PLAIN =
      List.of(
          "locale",
          "payer_kind",
          "district",
          "region",
          "age_band",
          "income_band",
          "disabled",
          "income_day",
          "source");

  private final Connection connection;
  private final PersonalCipher cipher;

  CitizenFiles(Connection connection, PersonalCipher cipher) {
    this.connection = connection;
    this.cipher = cipher;
  }

  /** Citizens who are there already, such as those of the demo accounts, take the city's values. */
  long load(Path folder) throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temp table city_citizen (like citizen including defaults) on commit drop");
      copy(folder);
      return statement.executeLargeUpdate(
          "insert into citizen (citizen_id, %1$s) select citizen_id, %1$s from city_citizen"
                  .formatted(String.join(", ", columns()))
              + " on conflict (citizen_id) do update set "
              + columns().stream()
                  .map(column -> column + " = excluded." + column)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static List<String> columns() {
    return Stream.concat(PERSONAL.stream().map(name -> name + "_cipher"), PLAIN.stream()).toList();
  }

  private void copy(Path folder) throws IOException, SQLException {
    String target = "city_citizen (citizen_id, " + String.join(", ", columns()) + ")";
    try (CopyRows rows = CopyRows.into(connection, target)) {
      for (Path file : CsvParts.in(folder)) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file, UTF_8)) {
          for (NamedCsvRecord row : reader) {
            write(rows, row);
          }
        }
      }
    }
  }

  private void write(CopyRows rows, NamedCsvRecord row) throws IOException {
    String citizenId = row.getField("citizen_id");
    rows.value(citizenId);
    for (String column : PERSONAL) {
      rows.bytes(cipher.encrypt(cell(row, column), citizenId));
    }
    for (String column : PLAIN) {
      rows.value(cell(row, column));
    }
    rows.endRow();
  }

  private static String cell(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.isEmpty() ? null : cell;
  }
}
