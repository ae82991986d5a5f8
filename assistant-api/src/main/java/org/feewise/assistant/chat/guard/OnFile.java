package org.feewise.assistant.chat.guard;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.feewise.models.fees.FeeType;

/**
 * What is known of the citizen's bills for a reply.
 *
 * @param found what the model found
 * @param right what the message needs
 */
record OnFile(Facts found, Facts right) {

  /** The bills of a subject; all of them where it names none. */
  Stream<Facts.Bill> bills(Subject subject) {
    List<Facts.Bill> bills = Stream.concat(found.bills().stream(), right.bills().stream()).toList();
    return subject.isNone() ? bills.stream() : subject.of(bills).stream();
  }

  /** Whether nothing of the fee is open but what was found. */
  boolean knowsOf(FeeType fee) {
    return found.knowsOf(fee) || right.knowsOf(fee);
  }

  boolean isAnyOverdue(Subject subject) {
    return bills(subject).anyMatch(Facts.Bill::isOverdue);
  }

  /** Whether something of it is open, or was not looked for. */
  boolean mayBeOpen(Subject subject) {
    boolean known =
        subject.isNone()
            ? found.knowsAll() || right.knowsAll()
            : !subject.billNos().isEmpty() || subject.fees().stream().allMatch(this::knowsOf);
    return !known || bills(subject).anyMatch(bill -> !bill.isPaid());
  }

  /** Whether every open bill is of one of the subjects, as far as all was looked for. */
  boolean isAllOpenIn(List<Subject> told) {
    return (found.knowsAll() || right.knowsAll())
        && bills(Subject.NONE)
            .filter(bill -> !bill.isPaid())
            .allMatch(bill -> told.stream().anyMatch(each -> each.has(bill.billNo(), bill.fee())));
  }

  /** How many bills lateness has added something to. */
  long addedTo() {
    return added().map(Facts.Sum::billNo).filter(Objects::nonNull).distinct().count();
  }

  private Stream<Facts.Sum> added() {
    return Stream.concat(found.sums().stream(), right.sums().stream())
        .filter(sum -> sum.kind() == Facts.Kind.ADDED && sum.amount().signum() > 0);
  }

  /** Whether lateness has added something to it. */
  boolean isAdded(Subject subject) {
    return added().anyMatch(sum -> subject.isNone() || subject.has(sum.billNo(), sum.fee()));
  }
}
