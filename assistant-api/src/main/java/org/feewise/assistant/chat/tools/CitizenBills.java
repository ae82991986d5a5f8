package org.feewise.assistant.chat.tools;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillStatus;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Page;
import org.feewise.assistant.bills.PaymentQuery;
import org.feewise.assistant.bills.PaymentView;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.words.Words;

/** The bills, payments and surcharges of one citizen, as a tool tells them. */
public final class CitizenBills {
  /** Lines a person still reads; the totals are of all. */
  static final int MOST_LINES = 8;

  private static final int MOST_PAGES = 40;
  static final Comparator<BillView> SOONEST =
      Comparator.comparing(BillView::effectiveDueOn).thenComparing(BillView::billNo);

  private final BillLedger ledger;
  private final FeeCatalogue catalogue;
  private final String citizenId;
  private final Locale locale;

  public CitizenBills(BillLedger ledger, FeeCatalogue catalogue, String citizenId, Locale locale) {
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.citizenId = citizenId;
    this.locale = locale;
  }

  String citizenId() {
    return citizenId;
  }

  Locale locale() {
    return locale;
  }

  Found bills(BillQuestion question) {
    if (question.billNo() != null) {
      return oneBill(question, null);
    }
    List<BillView> bills = all(next -> ledger.bills(citizenId, question.query(), next));
    return found(question, bills, null);
  }

  Found deadlines(BillQuestion question, LocalDate by) {
    if (question.billNo() != null) {
      return oneBill(question, by);
    }
    BillQuestion open = new BillQuestion(question.feeType(), null, null, "UNPAID", null);
    List<BillView> bills =
        all(next -> ledger.bills(citizenId, open.query(), next)).stream()
            .filter(bill -> concerns(bill, question))
            .toList();
    return found(question, bills, by);
  }

  /** A bill whose period or deadline lies in the days asked about. */
  private static boolean concerns(BillView bill, BillQuestion question) {
    if (question.from() == null || question.to() == null) {
      return true;
    }
    Period asked = new Period(question.from(), question.to());
    return asked.contains(bill.effectiveDueOn())
        || (bill.period() != null && asked.overlaps(bill.period()));
  }

  private Found oneBill(BillQuestion question, LocalDate by) {
    Optional<BillView> bill = ledger.bill(citizenId, question.billNo());
    return bill.<Found>map(found -> found(question, List.of(found), by))
        .orElse(new Found.NotFound("not found", question.billNo()));
  }

  private Found found(BillQuestion question, List<BillView> bills, LocalDate by) {
    List<BillView> open = bills.stream().filter(CitizenBills::isOpen).sorted(SOONEST).toList();
    Stream<BillView> settled = bills.stream().filter(bill -> !isOpen(bill));
    return new Found.Bills(
        ledger.today(),
        question.asked(name(question.feeType()), by),
        bills.size(),
        sum(bills, BillView::total),
        sum(bills, BillView::surcharge),
        open(open, by),
        lines(Stream.concat(open.stream(), settled), by));
  }

  private static Found.Open open(List<BillView> open, LocalDate by) {
    Integer inTime = by == null ? null : count(open, bill -> isInTime(bill, by));
    return new Found.Open(
        open.size(),
        sum(open, BillView::total),
        sum(open, BillView::surcharge),
        count(open, bill -> bill.status() == BillStatus.OVERDUE),
        inTime,
        by == null ? null : open.size() - inTime);
  }

  private static int count(List<BillView> bills, Predicate<BillView> wanted) {
    return Math.toIntExact(bills.stream().filter(wanted).count());
  }

  private static boolean isOpen(BillView bill) {
    return bill.status() != BillStatus.PAID;
  }

  static boolean isInTime(BillView bill, LocalDate day) {
    return !day.isAfter(bill.effectiveDueOn());
  }

  private List<Found.BillLine> lines(Stream<BillView> bills, LocalDate by) {
    return bills.limit(MOST_LINES).map(bill -> line(bill, by)).toList();
  }

  private Found.BillLine line(BillView bill, LocalDate by) {
    boolean open = isOpen(bill);
    return new Found.BillLine(
        bill.billNo(),
        bill.feeType(),
        title(bill.feeType(), bill.title()),
        bill.period() == null ? null : bill.period().from(),
        bill.period() == null ? null : bill.period().to(),
        bill.principal(),
        bill.surcharge(),
        perDay(bill),
        bill.total(),
        bill.effectiveDueOn(),
        open ? ChronoUnit.DAYS.between(ledger.today(), bill.effectiveDueOn()) : null,
        open && by != null ? isInTime(bill, by) : null,
        bill.settledOn(),
        bill.status().name());
  }

  /** What waiting until tomorrow adds; null where nothing does. */
  static Money perDay(BillView bill) {
    return bill.perDay().equals(Money.ZERO) ? null : bill.perDay();
  }

  Found payments(FeeType feeType, LocalDate from, LocalDate to, PaymentMethod method) {
    PaymentQuery query =
        feeType == null ? PaymentQuery.all() : PaymentQuery.all().withFeeType(feeType);
    PaymentQuery dated = from != null && to != null ? query.paidIn(new Period(from, to)) : query;
    List<PaymentView> payments =
        all(next -> ledger.payments(citizenId, dated, next)).stream()
            .filter(payment -> method == null || payment.method() == method)
            .toList();
    return new Found.Payments(
        ledger.today(),
        new Found.Asked(name(feeType), from, to, null, null, method == null ? null : method.name()),
        payments.size(),
        sum(payments, PaymentView::total),
        payments.stream().limit(MOST_LINES).map(this::line).toList(),
        isWithinAMonth(from, to) ? billsOf(feeType, new Period(from, to)) : null);
  }

  private static boolean isWithinAMonth(LocalDate from, LocalDate to) {
    return from != null && to != null && to.isBefore(from.plusMonths(1));
  }

  /** Whoever asks whether October's water is paid means the bill of October, whenever it was. */
  private List<Found.BillLine> billsOf(FeeType feeType, Period days) {
    BillQuestion question = new BillQuestion(feeType, days.from(), days.to(), null, null);
    return lines(all(next -> ledger.bills(citizenId, question.query(), next)).stream(), null);
  }

  private Found.PaymentLine line(PaymentView payment) {
    return new Found.PaymentLine(
        payment.billNo(),
        payment.feeType(),
        title(payment.feeType(), payment.title()),
        payment.paidOn(),
        payment.total(),
        payment.method());
  }

  Found surcharges(BillQuestion question, LocalDate payOn) {
    return new CitizenSurcharges(this, ledger, catalogue).on(question, payOn);
  }

  /** The fee's name in the reader's language; null of no fee. */
  String name(FeeType feeType) {
    return feeType == null ? null : catalogue.title(feeType).in(locale);
  }

  /** A bill's title as filed; before one in Chinese, the fee's name for an English reader. */
  String title(FeeType feeType, String title) {
    return locale.equals(Words.ENGLISH) && NormalText.isChinese(title)
        ? name(feeType) + " (" + title + ")"
        : title;
  }

  static <T> List<T> all(Function<String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String next = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<T> read = pages.apply(next);
      all.addAll(read.items());
      next = read.next();
      if (next == null) {
        break;
      }
    }
    return all;
  }

  static <T> Money sum(List<T> items, Function<T, Money> amount) {
    return items.stream().map(amount).reduce(Money.ZERO, Money::plus);
  }
}
