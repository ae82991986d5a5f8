package org.feewise.assistant.chat.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.models.fees.FeeType;

/** What tools found, taken apart: which amount is of which bill and which kind, and which day. */
final class Facts {
  /** What an amount is. */
  enum Kind {
    PRINCIPAL,
    ADDED,
    TOTAL,
    /** What waiting one more day adds. */
    PER_DAY,
    OTHER
  }

  /** What a day is. */
  enum DayKind {
    DUE,
    PAID,
    OTHER
  }

  /** Something found of a bill or a fee; both null where it is of all that was asked for. */
  interface OfBill {
    String billNo();

    FeeType fee();
  }

  record Sum(String billNo, FeeType fee, Kind kind, BigDecimal amount) implements OfBill {
    boolean isOfAll() {
      return billNo == null;
    }
  }

  record Day(String billNo, FeeType fee, DayKind kind, LocalDate date) implements OfBill {}

  record Bill(String billNo, FeeType fee, boolean isPaid, boolean isOverdue) implements OfBill {}

  private static final Map<String, Kind> LINE_KINDS =
      Map.of(
          "principal",
          Kind.PRINCIPAL,
          "surcharge",
          Kind.ADDED,
          "perDay",
          Kind.PER_DAY,
          "total",
          Kind.TOTAL,
          "amount",
          Kind.TOTAL);
  private static final Map<String, Kind> ALL_KINDS =
      Map.ofEntries(
          Map.entry("total", Kind.TOTAL),
          Map.entry("surcharge", Kind.ADDED),
          Map.entry("extraCost", Kind.ADDED),
          Map.entry("surcharges", Kind.ADDED),
          Map.entry("fees", Kind.ADDED),
          Map.entry("discounts", Kind.OTHER),
          Map.entry("payAllToday", Kind.TOTAL),
          Map.entry("missing", Kind.OTHER),
          Map.entry("monthlyBudget", Kind.OTHER),
          Map.entry("before", Kind.OTHER),
          Map.entry("difference", Kind.OTHER));
  private static final Map<String, DayKind> DAY_KINDS =
      Map.of(
          "dueOn",
          DayKind.DUE,
          "settledOn",
          DayKind.PAID,
          "paidOn",
          DayKind.PAID,
          "on",
          DayKind.OTHER,
          "from",
          DayKind.OTHER,
          "to",
          DayKind.OTHER,
          "payOn",
          DayKind.OTHER,
          "finishOn",
          DayKind.OTHER);

  private final List<Sum> sums = new ArrayList<>();
  private final List<Day> days = new ArrayList<>();
  private final List<Bill> bills = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Set<FeeType> lookedUp = EnumSet.noneOf(FeeType.class);
  private boolean seesAll;

  static Facts of(List<ToolUse> uses) {
    Facts facts = new Facts();
    uses.forEach(facts::read);
    return facts;
  }

  List<Sum> sums() {
    return sums;
  }

  List<Day> days() {
    return days;
  }

  List<Bill> bills() {
    return bills;
  }

  /** What such bills come to, each by itself. */
  List<BigDecimal> totals(Predicate<Bill> which) {
    Set<String> such = bills.stream().filter(which).map(Bill::billNo).collect(Collectors.toSet());
    return sums.stream()
        .filter(sum -> sum.kind() == Kind.TOTAL && such.contains(sum.billNo()))
        .map(Sum::amount)
        .toList();
  }

  /** Bill numbers by title, each title that is of one bill only. */
  Map<String, String> titles() {
    return titles;
  }

  /** Whether nothing of the fee is open for sure: all that is open was looked at. */
  boolean knowsOf(FeeType fee) {
    return seesAll || lookedUp.contains(fee);
  }

  /** Whether all that is open was looked at. */
  boolean knowsAll() {
    return seesAll;
  }

  private void read(ToolUse use) {
    JsonNode result = use.result();
    FeeType fee = fee(use.args().get("feeType"));
    if (!result.has("problem")) {
      lookedAt(use, fee);
    }
    ALL_KINDS.forEach((field, kind) -> sum(result, field, null, fee, kind));
    ALL_KINDS.forEach((field, kind) -> sum(result.path("open"), field, null, fee, kind));
    if (use.name().equals("plan")) {
      sum(result, "principal", null, fee, Kind.PRINCIPAL);
      sum(result, "principal", null, fee, Kind.TOTAL);
    }
    DAY_KINDS.forEach((field, kind) -> day(result, field, null, fee, kind));
    result.path("bills").forEach(line -> line(line, fee));
    result.path("payments").forEach(line -> line(line, fee));
    result
        .path("payments")
        .valueStream()
        .filter(line -> line.has("paidOn"))
        .forEach(line -> bills.add(new Bill(billNo(line), fee(line, fee), true, false)));
    result.path("slack").forEach(line -> sum(line, "mayShrink", null, null, Kind.OTHER));
    result.path("slack").forEach(line -> day(line, "on", null, null, DayKind.OTHER));
  }

  private void lookedAt(ToolUse use, FeeType fee) {
    boolean narrowed =
        use.args().keySet().stream()
            .anyMatch(arg -> List.of("from", "to", "billNo", "method").contains(arg));
    boolean ofBills = List.of("bills", "deadlines", "surcharge").contains(use.name());
    Object status = use.args().get("status");
    boolean all =
        ofBills
            && !narrowed
            && (status == null || status.equals("UNPAID"))
            && use.result().path("open").path("count").asInt(use.result().path("count").asInt())
                <= use.result().path("bills").size();
    if (all && fee == null) {
      seesAll = true;
    } else if (all) {
      lookedUp.add(fee);
    }
  }

  private void line(JsonNode line, FeeType asked) {
    String billNo = billNo(line);
    FeeType fee = fee(line, asked);
    LINE_KINDS.forEach((field, kind) -> sum(line, field, billNo, fee, kind));
    DAY_KINDS.forEach((field, kind) -> day(line, field, billNo, fee, kind));
    String title = line.path("title").asText("").strip();
    if (!title.isEmpty() && billNo != null) {
      titles.merge(title, billNo, (one, other) -> one.equals(other) ? one : "");
    }
    if (line.has("status")) {
      String status = line.get("status").asText();
      bills.add(new Bill(billNo, fee, status.equals("PAID"), status.equals("OVERDUE")));
    } else if (line.has("lateDays")) {
      bills.add(new Bill(billNo, fee, false, line.get("lateDays").asLong() > 0));
    }
  }

  private static String billNo(JsonNode line) {
    return line.hasNonNull("billNo") ? line.get("billNo").asText().toLowerCase(Locale.ROOT) : null;
  }

  private static FeeType fee(JsonNode line, FeeType asked) {
    return line.hasNonNull("feeType") ? FeeType.valueOf(line.get("feeType").asText()) : asked;
  }

  private static FeeType fee(Object argument) {
    return argument == null ? null : FeeType.valueOf(argument.toString());
  }

  private void sum(JsonNode found, String field, String billNo, FeeType fee, Kind kind) {
    JsonNode amount = found.path(field);
    if (amount.isTextual() && amount.asText().matches("\\d+(\\.\\d+)?")) {
      sums.add(new Sum(billNo, fee, kind, new BigDecimal(amount.asText()).stripTrailingZeros()));
    }
  }

  private void day(JsonNode found, String field, String billNo, FeeType fee, DayKind kind) {
    JsonNode day = found.path(field);
    if (day.isTextual() && day.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
      days.add(new Day(billNo, fee, kind, LocalDate.parse(day.asText())));
    }
  }
}
