package org.feewise.assistant.chat.slots;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** Decides which part each detail of a message plays, once it is known what is wanted. */
public final class SlotRoles {
  private static final Pattern WECHAT_AS_PAYMENT =
      Pattern.compile(
          "(?:微信|wechat|vx).{0,4}(?:付|支付|交|缴|pay|paid)|(?:paid|pay|payment) (?:\\w+ ){0,4}(?:with|by|via|through) (?:wechat|weixin)|用微信(?!.{0,2}(?:发|传|给我|通知|提醒|推|叫|告诉))");

  /** "这个月工资还没发" tells why, not which bills are meant. */
  private static final Pattern TELLS_WHY =
      Pattern.compile(
          "^.{0,6}?(?:工资|手头|手里|收入|没钱|没发|没开支|太?紧|开销|花销|周转|失业|生病|住院|奖金|"
              + "[^.,;]{0,12}\\b(?:tight|broke|short|salary|wages?|paycheck|laid off|lost my job))");

  private SlotRoles() {}

  /**
   * The details of a message as slots of an intent.
   *
   * @param text the message in normal form, lower case
   */
  public static Slots of(Said said, Intent intent, String text) {
    if (intent == Intent.UNSAFE || intent == Intent.OUT_OF_SCOPE) {
      return Slots.NONE;
    }
    Slots slots = Slots.NONE;
    if (said.feeTypes().size() == 1) {
      slots = slots.with(Slot.FEE_TYPE, said.feeTypes().getFirst());
    }
    slots = dates(slots, said, intent, text);
    slots = amounts(slots, said, intent);
    slots = counts(slots, said, intent);
    slots = ways(slots, said, intent, text);
    slots = numbers(slots, said, intent);
    if (intent == Intent.BILL_QUERY && said.status().isPresent()) {
      slots = slots.with(Slot.STATUS, said.status().get());
    }
    return slots;
  }

  /** A rule is asked for in general, so a time in such a question is no bill's month. */
  private static Slots dates(Slots slots, Said said, Intent intent, String text) {
    if (intent == Intent.POLICY_ASK) {
      return slots;
    }
    Slots result = slots;
    Optional<DateRange> year = yearApart(said.dates());
    for (SaidDate date : said.dates()) {
      if (year.isPresent() && date.when().past().equals(year.get())) {
        continue;
      }
      if (intent.looksAhead() && isPlannedDay(date, intent)) {
        result = result.with(Slot.AS_OF, date.when().coming().to());
      } else if (intent != Intent.PLAN_RECOMMEND
          || !TELLS_WHY.matcher(text.substring(Math.min(date.end(), text.length()))).find()) {
        DateRange period = period(date, intent);
        result =
            result.with(
                Slot.PERIOD, year.map(y -> period.inYear(y.from().getYear())).orElse(period));
      }
    }
    return result;
  }

  /** The year of "上半年呢,去年的", said apart from the months it belongs to. */
  private static Optional<DateRange> yearApart(List<SaidDate> dates) {
    List<DateRange> years =
        dates.stream().map(date -> date.when().past()).filter(DateRange::isYear).toList();
    return dates.size() == 2 && years.size() == 1
        ? Optional.of(years.getFirst())
        : Optional.empty();
  }

  /** A month is the one nearest by: the talk of paying is of bills just issued or soon to come. */
  private static DateRange period(SaidDate date, Intent intent) {
    if (!isAhead(intent)) {
      return date.when().past();
    }
    return date.isComingDay() ? date.when().coming() : date.nearest();
  }

  private static boolean isPlannedDay(SaidDate date, Intent intent) {
    return date.limit()
        || date.isComingDay()
        || (date.isAhead() && intent == Intent.SURCHARGE_EXPLAIN);
  }

  /** Whether a time without its year is meant to come rather than to have been. */
  private static boolean isAhead(Intent intent) {
    return switch (intent) {
      case BILL_DUE, PAY_START, REMINDER_SET, REMINDER_STOP, HANDOFF_HUMAN, SMALLTALK -> true;
      case BILL_QUERY,
          PAYMENT_HISTORY,
          SURCHARGE_EXPLAIN,
          PLAN_RECOMMEND,
          RECEIPT_GET,
          RECEIPT_VERIFY,
          POLICY_ASK,
          DISPUTE_RAISE,
          REFUND_ASK,
          OUT_OF_SCOPE,
          UNSAFE ->
          false;
    };
  }

  private static Slots amounts(Slots slots, Said said, Intent intent) {
    Slots result = slots;
    for (Said.SaidAmount amount : said.amounts()) {
      boolean budget = intent == Intent.PLAN_RECOMMEND && amount.monthly();
      result = result.with(budget ? Slot.MONTHLY_BUDGET : Slot.AMOUNT, amount.amount());
    }
    return result;
  }

  private static Slots counts(Slots slots, Said said, Intent intent) {
    Slots result = slots;
    if (said.instalments().isPresent()) {
      result = result.with(Slot.INSTALMENTS, said.instalments().get());
    }
    if (said.daysBefore().isPresent()
        && (intent == Intent.REMINDER_SET || intent == Intent.REMINDER_STOP)) {
      result = result.with(Slot.DAYS_BEFORE, said.daysBefore().get());
    }
    return result;
  }

  private static Slots ways(Slots slots, Said said, Intent intent, String text) {
    Slots result = slots;
    boolean message =
        intent == Intent.REMINDER_SET
            || intent == Intent.REMINDER_STOP
            || intent == Intent.RECEIPT_GET;
    boolean paidByWechat = WECHAT_AS_PAYMENT.matcher(text).find() && intent == Intent.RECEIPT_GET;
    Optional<ReminderChannel> channel =
        only(
            said.channels().stream()
                .filter(c -> c != ReminderChannel.WECHAT || !paidByWechat)
                .toList());
    if (message && channel.isPresent()) {
      result = result.with(Slot.CHANNEL, channel.get());
    }
    Optional<PaymentMethod> method =
        only(
            said.methods().stream()
                .filter(m -> m != PaymentMethod.WECHAT_PAY || !message || paidByWechat)
                .toList());
    if (!intent.isAside()
        && intent != Intent.REMINDER_SET
        && intent != Intent.REMINDER_STOP
        && method.isPresent()) {
      result = result.with(Slot.METHOD, method.get());
    }
    return result;
  }

  private static Slots numbers(Slots slots, Said said, Intent intent) {
    Slots result = slots;
    for (Said.SaidNumber number : said.numbers()) {
      boolean receipt =
          switch (number.kind()) {
            case RECEIPT -> true;
            case BILL -> intent == Intent.RECEIPT_VERIFY;
            case UNKNOWN -> intent == Intent.RECEIPT_VERIFY || intent == Intent.RECEIPT_GET;
          };
      result = result.with(receipt ? Slot.RECEIPT_NO : Slot.BILL_NO, number.number());
    }
    return result;
  }

  private static <T> Optional<T> only(List<T> things) {
    return things.size() == 1 ? Optional.of(things.getFirst()) : Optional.empty();
  }
}
