package org.feewise.assistant.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** Numbers, days and amounts drawn for one made notice; what is printed of them is the truth. */
final class PrintedValues {
  private final Random random;
  private final Map<String, String> truth = new HashMap<>();
  final Money principal;
  final Money late;
  final LocalDate issued;
  final LocalDate due;
  final YearMonth month;

  PrintedValues(long seed) {
    random = new Random(seed);
    principal = Money.ofFen(random.nextInt(1_500, 300_000));
    late = Money.ofFen(random.nextInt(20, 9_000));
    issued = LocalDate.of(2025 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
    due = issued.plusDays(10 + random.nextInt(40));
    month = YearMonth.from(issued).minusMonths(1);
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  final <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  int digits(int from, int to) {
    return random.nextInt(from, to);
  }

  Random random() {
    return random;
  }

  FeeType feeType(FeeType type) {
    return print("feeType", type);
  }

  private <T> T print(String field, T value) {
    truth.put(field, value.toString());
    return value;
  }

  String payee(String name) {
    return print("payee", name);
  }

  String number(String number) {
    return print("number", number);
  }

  /** As the demo city numbers its bills. */
  String houseNumber(String letters) {
    return number(
        letters
            + issued.toString().replace("-", "")
            + "%07d".formatted(random.nextInt(10_000_000)));
  }

  String longNumber(int length) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  Money printPrincipal() {
    return print("principal", principal);
  }

  Money printLate() {
    return print("lateFee", late);
  }

  /** The principal is all that is due. */
  Money printDue() {
    return print("amountDue", principal);
  }

  Money printDue(Money due) {
    return print("amountDue", due);
  }

  Money printTotal() {
    return print("amountDue", principal.plus(late));
  }

  String printIssued(String pattern) {
    print("issuedOn", issued);
    return on(issued, pattern);
  }

  String printDueOn(String pattern) {
    print("dueOn", due);
    return on(due, pattern);
  }

  String printMonth(String pattern) {
    print("period", month);
    return on(month.atDay(1), pattern);
  }

  String printYear() {
    return print("period", Integer.toString(issued.getYear()));
  }

  String printDays(String pattern, String between) {
    truth.put("period", month.atDay(1) + "/" + month.atEndOfMonth());
    return on(month.atDay(1), pattern) + between + on(month.atEndOfMonth(), pattern);
  }

  static String on(LocalDate day, String pattern) {
    return day.format(
        java.time.format.DateTimeFormatter.ofPattern(pattern, java.util.Locale.ENGLISH));
  }

  /** With commas between thousands. */
  static String grouped(Money amount) {
    return new java.text.DecimalFormat("#,##0.00").format(amount.toYuan());
  }

  Map<String, String> truth() {
    return Map.copyOf(truth);
  }
}
