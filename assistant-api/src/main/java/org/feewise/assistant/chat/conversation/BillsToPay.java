package org.feewise.assistant.chat.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillStatus;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** Which open bills a wish to pay names, exactly and whole; none where that is not certain. */
final class BillsToPay {
  /** More than anybody checks line by line before confirming. */
  private static final int MOST = 50;

  private final Slots slots;
  private final Set<FeeType> fees;
  private final PayWords words;

  private BillsToPay(Understood understood) {
    this.slots = understood.slots();
    this.fees =
        slots.feeType().map(Set::of).orElseGet(() -> Set.copyOf(understood.topic().choices()));
    this.words = new PayWords(understood.text());
  }

  /** The open bills of the citizen that the message says to pay, those due soonest first. */
  static List<BillView> of(Understood understood, BillLedger ledger, String citizenId) {
    return new BillsToPay(understood).among(ledger, citizenId);
  }

  private List<BillView> among(BillLedger ledger, String citizenId) {
    if (isForLater(ledger.today()) || words.meanInAdvance() || words.meanAnother()) {
      return List.of();
    }
    List<BillView> open =
        ledger.owed(citizenId, query(ledger.today())).bills().stream()
            .filter(bill -> bill.total().isPositive())
            .filter(bill -> slots.billNo().map(bill.billNo()::equalsIgnoreCase).orElse(true))
            .toList();
    List<BillView> named = slots.amount().map(amount -> whole(open, amount)).orElse(open);
    return isCertain(named) ? named : List.of();
  }

  /** An order is for today; in parts, that is a plan. */
  private boolean isForLater(LocalDate today) {
    return slots.asOf().filter(day -> day.isAfter(today)).isPresent()
        || slots.instalments().filter(parts -> parts > 1).isPresent();
  }

  private BillQuery query(LocalDate today) {
    BillQuery open = BillQuery.open().withFeeTypes(fees.isEmpty() ? words.kind() : fees);
    BillQuery meant = words.meanOverdue() ? open.withStatuses(Set.of(BillStatus.OVERDUE)) : open;
    return slots
        .period()
        .filter(days -> !days.isDayFrom(today))
        .map(days -> new Period(days.from(), days.to()))
        .map(meant::covering)
        .orElse(meant);
  }

  /** The bills that an amount settles: all of them together, or the only one of that amount. */
  private static List<BillView> whole(List<BillView> open, Money amount) {
    Money all = open.stream().map(BillView::total).reduce(Money.ZERO, Money::plus);
    if (all.equals(amount)) {
      return open;
    }
    List<BillView> alone = open.stream().filter(bill -> bill.total().equals(amount)).toList();
    return alone.size() == 1 ? alone : List.of();
  }

  private boolean isCertain(List<BillView> named) {
    if (named.size() == 1) {
      return true;
    }
    boolean counted =
        words.meanOne() || (words.meanTwo() && named.size() != 2) || named.size() > MOST;
    return !counted && (isNarrowed() || words.meanAll());
  }

  private boolean isNarrowed() {
    return !fees.isEmpty()
        || slots.has(Slot.PERIOD)
        || slots.has(Slot.AMOUNT)
        || words.meanOverdue();
  }
}
