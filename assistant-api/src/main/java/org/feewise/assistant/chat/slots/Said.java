package org.feewise.assistant.chat.slots;

import java.util.List;
import java.util.Optional;
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

  /** Whether the message names any detail at all. */
  public boolean namesSomething() {
    return !feeTypes.isEmpty()
        || !dates.isEmpty()
        || !amounts.isEmpty()
        || instalments.isPresent()
        || daysBefore.isPresent()
        || !methods.isEmpty()
        || !channels.isEmpty()
        || !numbers.isEmpty();
  }

  public boolean namesDate() {
    return !dates.isEmpty();
  }

  public boolean namesAmount() {
    return !amounts.isEmpty();
  }

  public boolean namesNumber() {
    return !numbers.isEmpty();
  }
}
