package org.feewise.assistant.chat.slots;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/**
 * The details one message names, before it is known what is wanted.
 *
 * @param feeTypes each fee named once, in the order said, without those taken back
 * @param masked the text with every detail replaced by a word for its kind
 */
public record Said(
    List<FeeType> feeTypes,
    List<SaidDate> dates,
    List<SaidAmount> amounts,
    Optional<Integer> instalments,
    Optional<Integer> daysBefore,
    List<PaymentMethod> methods,
    List<ReminderChannel> channels,
    List<SaidNumber> numbers,
    Optional<BillStatus> status,
    boolean payInFull,
    String masked) {

  /** An amount said, and whether it is what a month may cost. */
  record SaidAmount(Money amount, boolean monthly) {}

  /** A number of a document, as far as the words around it tell which. */
  record SaidNumber(String number, Kind kind) {
    enum Kind {
      RECEIPT,
      BILL,
      UNKNOWN
    }
  }

  /** The same with another masked text. */
  public Said withMasked(String text) {
    return new Said(
        feeTypes,
        dates,
        amounts,
        instalments,
        daysBefore,
        methods,
        channels,
        numbers,
        status,
        payInFull,
        text);
  }

  /** The kinds of detail it names. */
  public Set<SaidKind> kinds() {
    Set<SaidKind> kinds = EnumSet.noneOf(SaidKind.class);
    add(kinds, SaidKind.FEE, !feeTypes.isEmpty());
    add(kinds, SaidKind.DATE, !dates.isEmpty());
    add(kinds, SaidKind.AMOUNT, !amounts.isEmpty());
    add(kinds, SaidKind.INSTALMENTS, instalments.isPresent());
    add(kinds, SaidKind.DAYS_BEFORE, daysBefore.isPresent());
    add(kinds, SaidKind.METHOD_OR_CHANNEL, !methods.isEmpty() || !channels.isEmpty());
    add(kinds, SaidKind.NUMBER, !numbers.isEmpty());
    return kinds;
  }

  private static void add(Set<SaidKind> kinds, SaidKind kind, boolean named) {
    if (named) {
      kinds.add(kind);
    }
  }

  public boolean namesSomething() {
    return !kinds().isEmpty();
  }

  public boolean namesDate() {
    return !dates.isEmpty();
  }

  /** Whether it names a detail that only fees have; a day or a sum may be of anything. */
  public boolean namesWhatFeesHave() {
    return !feeTypes.isEmpty()
        || instalments.isPresent()
        || !methods.isEmpty()
        || namesMonthlyAmount();
  }

  /** Whether an amount is what a month may cost. */
  public boolean namesMonthlyAmount() {
    return amounts.stream().anyMatch(SaidAmount::monthly);
  }

  public boolean namesAmount() {
    return !amounts.isEmpty();
  }

  public boolean namesNumber() {
    return !numbers.isEmpty();
  }
}
