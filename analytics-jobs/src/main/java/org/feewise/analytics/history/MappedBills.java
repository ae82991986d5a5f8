package org.feewise.analytics.history;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.DateColumn;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.features.Payments;
import org.feewise.models.risk.features.Settlement;
import org.feewise.models.risk.features.Verdict;

/**
 * The bills of somebody else's table, read by a mapping.
 *
 * @param rows number of each bill's row, 1 for the first after the header
 * @param late whether each was late
 * @param rejected rows that could not be read
 */
public record MappedBills(
    FeatureSchema schema,
    List<Long> rows,
    List<BillStory> bills,
    List<Boolean> late,
    long rejected) {
  private static final double AGREEMENT = 0.995;
  private static final int REPORTED_REJECTS = 20;

  /** Reads a table; a row at fault is reported to the log with its line, and counted. */
  public static MappedBills read(
      CsvTable table,
      BillMapping mapping,
      AttributeColumns attributes,
      Optional<Map<Long, Boolean>> labels,
      Consumer<String> log)
      throws IOException {
    Reading reading = new Reading(table, mapping, attributes, labels, log);
    table.forEach(reading::row);
    return reading.finish();
  }

  private record Draft(
      long row,
      String billNo,
      String payer,
      LocalDate issuedOn,
      LocalDate dueOn,
      double amount,
      String feeType,
      Settlement settlement,
      boolean late,
      double[] numbers,
      String[] categories) {

    boolean agreesWithDates() {
      return Verdict.byDates(dueOn, settlement).map(v -> v.late() == late).orElse(true);
    }
  }

  private static final class Reading {
    private final CsvTable table;
    private final AttributeColumns attributes;
    private final Optional<Map<Long, Boolean>> labels;
    private final Consumer<String> log;
    private final int bill;
    private final int payer;
    private final int amount;
    private final int feeType;
    private final Optional<Day> issued;
    private final Optional<Day> due;
    private final Optional<Day> settled;
    private final List<Draft> drafts = new ArrayList<>();
    private long rejected;

    private record Day(String name, int index, DateColumn.Reader reader) {
      Optional<LocalDate> of(List<String> cells) {
        String cell = index < cells.size() ? cells.get(index) : "";
        try {
          return reader.parse(cell);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
      }
    }

    Reading(
        CsvTable table,
        BillMapping mapping,
        AttributeColumns attributes,
        Optional<Map<Long, Boolean>> labels,
        Consumer<String> log) {
      this.table = table;
      this.attributes = attributes;
      this.labels = labels;
      this.log = log;
      this.bill = index(mapping.bill());
      this.payer = index(mapping.payer());
      this.amount = index(mapping.amount().filter(name -> !mapping.forbidden().contains(name)));
      this.feeType = index(mapping.feeType());
      this.issued = mapping.issuedOn().map(this::day);
      this.due = mapping.dueOn().map(this::day);
      this.settled = mapping.settledOn().map(this::day);
    }

    private int index(Optional<String> column) {
      return column.map(table::indexOf).orElse(-1);
    }

    private Day day(DateColumn column) {
      return new Day(column.column(), table.indexOf(column.column()), column.reader());
    }

    void row(long row, long line, List<String> cells) {
      try {
        drafts.add(draft(row, cells));
      } catch (IllegalArgumentException e) {
        rejected++;
        if (rejected <= REPORTED_REJECTS) {
          log.accept("line " + line + ": rejected: " + e.getMessage());
        }
      }
    }

    private Draft draft(long row, List<String> cells) {
      if (cells.size() != table.header().size()) {
        throw new IllegalArgumentException(
            cells.size() + " cells under " + table.header().size() + " columns");
      }
      LocalDate issuedOn = issued.flatMap(day -> day.of(cells)).orElse(null);
      if (issued.isPresent() && issuedOn == null) {
        throw new IllegalArgumentException(issued.get().name() + " is blank");
      }
      LocalDate dueOn = due.flatMap(day -> day.of(cells)).orElse(null);
      Settlement settlement =
          settled
              .map(day -> day.of(cells).map(Settlement::on).orElseGet(Settlement::notYet))
              .orElseGet(Settlement::untracked);
      return new Draft(
          row,
          text(cells, bill).isBlank() ? "row " + row : text(cells, bill) + " row " + row,
          text(cells, payer),
          issuedOn,
          dueOn,
          amount < 0 ? Double.NaN : CellNumber.parse(cells.get(amount), table.separator()),
          text(cells, feeType),
          settlement,
          late(row, dueOn, settlement),
          attributes.numbers(cells, issuedOn),
          attributes.categories(cells));
    }

    private boolean late(long row, LocalDate dueOn, Settlement settlement) {
      if (labels.isPresent()) {
        Boolean late = labels.get().get(row);
        if (late == null) {
          throw new IllegalArgumentException("the label is neither true nor false");
        }
        return late;
      }
      if (dueOn == null) {
        throw new IllegalArgumentException(due.orElseThrow().name() + " is blank");
      }
      return Verdict.byDates(dueOn, settlement).orElseThrow().late();
    }

    private static String text(List<String> cells, int index) {
      String cell = index < 0 ? "" : cells.get(index).strip();
      return CellNumber.isMissing(cell) ? "" : cell;
    }

    MappedBills finish() {
      if (rejected > REPORTED_REJECTS) {
        log.accept("... and " + (rejected - REPORTED_REJECTS) + " more rejected rows");
      }
      long agreeing = drafts.stream().filter(Draft::agreesWithDates).count();
      boolean byDates = labels.isEmpty() || agreeing >= AGREEMENT * drafts.size();
      List<BillStory> bills = drafts.stream().map(draft -> story(draft, byDates)).toList();
      return new MappedBills(
          FeatureSchema.of(attributes.numberNames(), attributes.categoryNames()),
          drafts.stream().map(Draft::row).toList(),
          bills,
          drafts.stream().map(Draft::late).toList(),
          rejected);
    }

    private BillStory story(Draft draft, boolean byDates) {
      return new BillStory(
          draft.billNo(),
          draft.payer(),
          "",
          draft.issuedOn(),
          draft.dueOn(),
          draft.amount(),
          draft.feeType(),
          draft.settlement(),
          Payments.UNKNOWN,
          List.of(),
          verdict(draft, byDates).orElse(null),
          draft.numbers(),
          draft.categories());
    }

    /** When dates do not decide the label, it is known once the bill is settled, or fell due. */
    private static Optional<Verdict> verdict(Draft draft, boolean byDates) {
      Optional<LocalDate> afterDue =
          Optional.ofNullable(draft.dueOn()).map(dueOn -> dueOn.plusDays(1));
      return switch (draft.settlement()) {
        case Settlement.On _, Settlement.NotYet _ when byDates && afterDue.isPresent() ->
            Verdict.byDates(draft.dueOn(), draft.settlement());
        case Settlement.On(LocalDate day) -> Optional.of(new Verdict(draft.late(), day));
        case Settlement.NotYet _ -> Optional.empty();
        case Settlement.Untracked _ -> afterDue.map(day -> new Verdict(draft.late(), day));
      };
    }
  }
}
