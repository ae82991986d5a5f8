package org.feewise.assistant.bills.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.DateColumn;
import org.feewise.models.words.Words;

/**
 * Understands one row of a mapped table; what it cannot take exactly, it rejects with the reason.
 */
final class RowReader {
  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,13}(\\.\\d+)?");
  private static final Pattern WHOLE_FEN = Pattern.compile(".*\\.\\d{0,2}0*|[^.]*");
  private static final int LONGEST_BILL_NO = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private final Words words;
  private final List<String> header;
  private final String source;
  private final Optional<String> bill;
  private final Optional<String> payer;
  private final String amount;
  private final DayCell issuedOn;
  private final DayCell dueOn;
  private final Optional<DayCell> settledOn;
  private final FeeKind feeKind;
  private final List<String> attributes;

  /**
   * @throws UnreadableFileException when the mapping lacks what a bill cannot do without
   */
  RowReader(BillMapping mapping, List<String> header, String source, Words words) {
    this.words = words;
    this.header = header;
    this.source = source;
    this.bill = mapping.bill();
    this.payer = mapping.payer();
    this.amount = required(mapping.amount(), "amount");
    this.issuedOn = new DayCell(required(mapping.issuedOn(), "issuedOn"));
    this.dueOn = new DayCell(required(mapping.dueOn(), "dueOn"));
    this.settledOn = mapping.settledOn().map(DayCell::new);
    this.feeKind = feeKind(mapping.feeType());
    this.attributes = mapping.attributes();
  }

  ImportedRow read(CsvRecord row) {
    long line = row.getStartingLineNumber();
    try {
      return accepted(row, line);
    } catch (RejectedCell e) {
      return new ImportedRow.Rejected(line, e.field, e.reason);
    }
  }

  private ImportedRow.Accepted accepted(CsvRecord row, long line) {
    refuseRagged(row);
    String billNo = billNo(row, line);
    LocalDate issued = issuedOn.day(row);
    LocalDate due = dueOn.day(row);
    if (due.isBefore(issued)) {
      throw reject(dueOn.column.column(), "row.due-before-issue", due, issued);
    }
    LocalDate settled = settledOn.flatMap(cell -> cell.optionalDay(row)).orElse(null);
    if (settled != null && settled.isBefore(issued)) {
      throw reject(
          settledOn.orElseThrow().column.column(), "row.settled-before-issue", settled, issued);
    }
    return new ImportedRow.Accepted(
        line,
        billNo,
        payer.map(column -> required(row, column)).orElse(billNo),
        feeKind.of(row),
        issued,
        due,
        settled,
        amount(row),
        attributes(row));
  }

  private void refuseRagged(CsvRecord row) {
    if (row.getFieldCount() != header.size()) {
      throw reject(null, "row.fields", row.getFieldCount(), header.size());
    }
    for (int i = 0; i < header.size(); i++) {
      if (row.getField(i).indexOf('\0') >= 0) {
        throw reject(header.get(i), "row.nul");
      }
    }
  }

  private String billNo(CsvRecord row, long line) {
    String billNo = bill.map(column -> required(row, column)).orElse(source + "-" + line);
    if (billNo.length() > LONGEST_BILL_NO) {
      throw reject(bill.orElse(null), "row.bill-too-long", LONGEST_BILL_NO);
    }
    return billNo;
  }

  private Money amount(CsvRecord row) {
    String cell = required(row, amount);
    if (!AMOUNT.matcher(cell).matches()) {
      throw reject(amount, "row.amount", cell);
    }
    if (!WHOLE_FEN.matcher(cell).matches()) {
      throw reject(amount, "row.amount-fractions", cell);
    }
    Money money = Money.parse(cell);
    if (!money.isPositive()) {
      throw reject(amount, "row.amount-sign", cell);
    }
    return money;
  }

  private Map<String, String> attributes(CsvRecord row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : attributes) {
      String cell = cell(row, column);
      if (!cell.isEmpty()) {
        cells.put(column, cell);
      }
    }
    return cells;
  }

  private FeeKind feeKind(Optional<String> mapped) {
    if (mapped.isEmpty()) {
      return row -> FeeType.NON_TAX;
    }
    String name = mapped.get();
    if (header.contains(name)) {
      return row -> feeType(required(row, name)).orElseThrow(() -> unknownFee(row, name));
    }
    FeeType ofWholeFile =
        feeType(name)
            .orElseThrow(
                () ->
                    new UnreadableFileException(
                        words.say("mapping.fee-type", name, String.join(", ", header))));
    return row -> ofWholeFile;
  }

  private RejectedCell unknownFee(CsvRecord row, String column) {
    return reject(column, "row.fee-type", cell(row, column));
  }

  private static Optional<FeeType> feeType(String name) {
    for (FeeType type : FeeType.values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private <T> T required(Optional<T> column, String key) {
    return column.orElseThrow(() -> new UnreadableFileException(words.say("mapping.lacks", key)));
  }

  private String required(CsvRecord row, String column) {
    String cell = cell(row, column);
    if (cell.isEmpty()) {
      throw reject(column, "row.blank");
    }
    return cell;
  }

  private String cell(CsvRecord row, String column) {
    return row.getField(header.indexOf(column)).strip();
  }

  private RejectedCell reject(String field, String key, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return new RejectedCell(field, words.say(key, texts));
  }

  /** How a row tells its fee type. */
  private interface FeeKind {
    FeeType of(CsvRecord row);
  }

  private final class DayCell {
    private final DateColumn column;
    private final DateColumn.Reader days;

    DayCell(DateColumn column) {
      this.column = column;
      this.days = column.reader();
    }

    LocalDate day(CsvRecord row) {
      return optionalDay(row).orElseThrow(() -> reject(column.column(), "row.blank"));
    }

    Optional<LocalDate> optionalDay(CsvRecord row) {
      Optional<LocalDate> day = parse(cell(row, column.column()));
      if (day.isPresent() && (day.get().isBefore(FIRST_DAY) || day.get().isAfter(LAST_DAY))) {
        throw reject(column.column(), "row.day-range", day.get(), FIRST_DAY, LAST_DAY);
      }
      return day;
    }

    private Optional<LocalDate> parse(String cell) {
      try {
        return days.parse(cell);
      } catch (IllegalArgumentException e) {
        throw reject(column.column(), "row.day", cell, column.format().orElse("yyyy-MM-dd"));
      }
    }
  }

  private static final class RejectedCell extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String reason;

    RejectedCell(String field, String reason) {
      super(reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }
}
