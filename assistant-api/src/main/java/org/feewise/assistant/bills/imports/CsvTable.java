package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.words.Words;

/**
 * The rows of a CSV file under its header, read one by one. The separator (comma, semicolon, tab or
 * bar) is the one under which the header has the most of the mapped columns.
 */
final class CsvTable implements AutoCloseable {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final Words words;
  private long line;

  private CsvTable(CsvReader<CsvRecord> reader, Words words) {
    this.reader = reader;
    this.records = reader.iterator();
    this.words = words;
    this.header = next().getFields().stream().map(String::strip).toList();
  }

  /**
   * Opens the table.
   *
   * @throws UnreadableFileException when a mapped column is missing; it lists those there are
   */
  static CsvTable open(Path file, BillMapping mapping, Words words) throws IOException {
    char best = ',';
    int fewestMissing = Integer.MAX_VALUE;
    for (char separator : SEPARATORS) {
      try (CsvTable table = new CsvTable(reader(file, separator), words)) {
        int missing = mapping.missingFrom(table.header).size();
        if (missing < fewestMissing) {
          fewestMissing = missing;
          best = separator;
        }
      }
    }
    CsvTable table = new CsvTable(reader(file, best), words);
    table.refuseMissing(file, mapping);
    return table;
  }

  private static CsvReader<CsvRecord> reader(Path file, char separator) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .detectBomHeader(true)
        .ofCsvRecord(file, UTF_8);
  }

  private void refuseMissing(Path file, BillMapping mapping) throws IOException {
    List<String> missing = mapping.missingFrom(header);
    if (!missing.isEmpty()) {
      close();
      throw new UnreadableFileException(
          words.say(
              "columns.missing",
              file.toString(),
              String.join(", ", missing),
              String.join(", ", header)));
    }
  }

  List<String> header() {
    return header;
  }

  boolean hasNext() {
    return guarded(records::hasNext);
  }

  CsvRecord next() {
    CsvRecord row = guarded(records::next);
    line = row.getStartingLineNumber();
    return row;
  }

  /** A quote that never closes ends the reading: what follows cannot be told apart. */
  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException e) {
      throw new UnreadableFileException(
          words.say("file.quotes", Long.toString(line), String.valueOf(e.getMessage())), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
