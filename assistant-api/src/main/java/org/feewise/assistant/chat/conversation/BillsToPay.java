package org.feewise.assistant.chat.conversation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** Which open bills a wish to pay names, exactly and whole; none where that is not certain. */
final class BillsToPay {
  /** More than anybody checks line by line before confirming. */
  private static final int MOST = 50;

  private static final Pattern ALL =
      Pattern.compile("都|全|所有|一起|一道|一并|合并|一次|清|\\b(all|every|everything|both|in full)\\b");
  private static final Pattern ONE =
      Pattern.compile(
          "第[一二三四五六七八九十0-9]+[个笔张单]|[这那][个笔张单]|单号|账单号"
              + "|\\b(this|that|first|second|third|last) (one|bill)\\b");
  private static final Pattern TWO = Pattern.compile("[两二2][个笔张单]|\\bboth\\b");
  private static final Pattern FOR_ANOTHER =
      Pattern.compile(
          "[给替帮为代]((我|俺|咱)(们)?家?)?(的)?"
              + "(爸|妈|爹|娘|父|母|爷|奶|姥|外公|外婆|老公|老婆|丈夫|妻|爱人|孩子|儿|女|哥|姐|弟|妹|叔|姑|舅|姨|公公|婆婆|岳|老人|家里|朋友|同事|邻居|房东|租客|别人|他|她)"
              + "|\\bfor (my|our|his|her|their|the) "
              + "(mother|mum|mom|father|dad|parents?|wife|husband|son|daughter|child(ren)?|kids?"
              + "|grand\\w+|brother|sister|uncle|aunt|friend|neighbou?r|tenant|landlord|family)\\b");

  private final Understood understood;
  private final Slots slots;
  private final String text;

  private BillsToPay(Understood understood) {
    this.understood = understood;
    this.slots = understood.slots();
    this.text = understood.text().toLowerCase(Locale.ROOT);
  }

  /** The open bills of the citizen that the message says to pay, those due soonest first. */
  static List<BillView> of(Understood understood, BillLedger ledger, String citizenId) {
    return new BillsToPay(understood).among(ledger, citizenId);
  }

  private List<BillView> among(BillLedger ledger, String citizenId) {
    if (isForLater(ledger.today()) || FOR_ANOTHER.matcher(text).find()) {
      return List.of();
    }
    List<BillView> open =
        ledger.owed(citizenId, query()).bills().stream()
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

  private BillQuery query() {
    BillQuery query = BillQuery.open().withFeeTypes(fees());
    if (slots.status().equals(Optional.of(BillStatus.OVERDUE))) {
      query = query.withStatuses(Set.of(org.feewise.assistant.bills.BillStatus.OVERDUE));
    }
    return slots
        .period()
        .map(days -> new Period(days.from(), days.to()))
        .map(query::covering)
        .orElse(query);
  }

  private Set<FeeType> fees() {
    return slots
        .feeType()
        .<Set<FeeType>>map(EnumSet::of)
        .orElseGet(() -> Set.copyOf(understood.topic().choices()));
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
    if (named.isEmpty() || named.size() > MOST || ONE.matcher(text).find()) {
      return false;
    }
    if (TWO.matcher(text).find() && named.size() != 2) {
      return false;
    }
    return isNarrowed() || ALL.matcher(text).find();
  }

  private boolean isNarrowed() {
    return slots.has(Slot.PERIOD)
        || slots.has(Slot.AMOUNT)
        || !fees().isEmpty()
        || slots.status().equals(Optional.of(BillStatus.OVERDUE));
  }
}
