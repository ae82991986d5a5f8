package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.FeeType;

/** Reads the parameters of the lists over HTTP and names the one at fault. */
final class BillSearch {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private BillSearch() {}

  static BillQuery bills(
      List<String> statuses, List<String> feeTypes, LocalDate from, LocalDate to) {
    BillQuery query =
        BillQuery.all()
            .withStatuses(oneOf(BillStatus.class, statuses, "status"))
            .withFeeTypes(oneOf(FeeType.class, feeTypes, "feeType"));
    return period(from, to).map(query::covering).orElse(query);
  }

  static PaymentQuery payments(List<String> feeTypes, LocalDate from, LocalDate to) {
    return new PaymentQuery(oneOf(FeeType.class, feeTypes, "feeType"), period(from, to));
  }

  private static Optional<Period> period(LocalDate from, LocalDate to) {
    if (from == null && to == null) {
      return Optional.empty();
    }
    LocalDate first = within(from == null ? EARLIEST : from);
    LocalDate last = within(to == null ? LATEST : to);
    if (last.isBefore(first)) {
      throw new Problem(BillSearch.class, 400, "period-reversed", last.toString(), first.toString())
          .at("to");
    }
    return Optional.of(new Period(first, last));
  }

  /** The nearest day on which there can be a bill; days further off the database cannot tell. */
  private static LocalDate within(LocalDate day) {
    return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
  }

  /** A parameter may be repeated or hold several values with commas between them. */
  private static <E extends Enum<E>> Set<E> oneOf(
      Class<E> type, List<String> values, String parameter) {
    Set<E> found = EnumSet.noneOf(type);
    values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> found.add(named(type, name, parameter)));
    return found;
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name, String parameter) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(BillSearch.class, 400, "unknown-value", name, parameter, names(type))
                    .at(parameter));
  }

  private static String names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
