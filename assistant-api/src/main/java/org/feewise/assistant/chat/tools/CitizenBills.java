package org.feewise.assistant.chat.tools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillStatus;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Page;
import org.feewise.assistant.bills.PaymentQuery;
import org.feewise.assistant.bills.PaymentView;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/** The bills, payments and surcharges of one citizen, as a tool tells them. */
public final class CitizenBills {
  /** Lines a person still reads; the totals are of all. */
  private static final int MOST_LINES = 8;

  private static final int MOST_PAGES = 40;

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
            .sorted(Comparator.comparing(BillView::effectiveDueOn).thenComparing(BillView::billNo))
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
    return new Found.Bills(
        ledger.today(),
        question.asked(name(question.feeType()), by),
        bills.size(),
        sum(bills, BillView::total),
        sum(bills, BillView::surcharge),
        bills.stream().limit(MOST_LINES).map(bill -> line(bill, by)).toList());
  }

  private Found.BillLine line(BillView bill, LocalDate by) {
    boolean open = bill.status() != BillStatus.PAID;
    return new Found.BillLine(
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        bill.period() == null ? null : bill.period().from(),
        bill.period() == null ? null : bill.period().to(),
        bill.principal(),
        bill.surcharge(),
        bill.total(),
        bill.effectiveDueOn(),
        open ? ChronoUnit.DAYS.between(ledger.today(), bill.effectiveDueOn()) : null,
        open && by != null ? !by.isAfter(bill.effectiveDueOn()) : null,
        bill.status().name());
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
        payments.stream().limit(MOST_LINES).map(CitizenBills::line).toList());
  }

  private static Found.PaymentLine line(PaymentView payment) {
    return new Found.PaymentLine(
        payment.billNo(),
        payment.feeType(),
        payment.title(),
        payment.paidOn(),
        payment.total(),
        payment.method());
  }

  Found surcharges(BillQuestion question, LocalDate payOn) {
    LocalDate day = payOn == null ? ledger.today() : payOn;
    List<BillView> open = openBills(question);
    if (question.billNo() != null && open.isEmpty()) {
      return new Found.NotFound("not found", question.billNo());
    }
    List<Found.SurchargeLine> lines = new ArrayList<>();
    for (BillView bill : open) {
      ledger
          .surcharge(citizenId, bill.billNo(), day, locale)
          .ifPresent(s -> lines.add(line(bill, s)));
    }
    return new Found.Surcharges(
        ledger.today(),
        day,
        question.asked(name(question.feeType()), null),
        sum(lines, Found.SurchargeLine::surcharge),
        sum(lines, Found.SurchargeLine::total),
        lines.stream().limit(MOST_LINES).toList(),
        rules(question, open));
  }

  /** Open bills, those late or due soonest first. */
  private List<BillView> openBills(BillQuestion question) {
    if (question.billNo() != null) {
      return ledger.bill(citizenId, question.billNo()).stream().toList();
    }
    BillQuestion open =
        new BillQuestion(question.feeType(), question.from(), question.to(), "UNPAID", null);
    return all(next -> ledger.bills(citizenId, open.query(), next)).stream()
        .sorted(Comparator.comparing(BillView::effectiveDueOn).thenComparing(BillView::billNo))
        .toList();
  }

  private static Found.SurchargeLine line(BillView bill, SurchargeView surcharge) {
    Money principal = bill.principal().minus(bill.paid());
    return new Found.SurchargeLine(
        bill.billNo(),
        bill.title(),
        principal,
        surcharge.effectiveDueOn(),
        surcharge.asOf(),
        surcharge.days(),
        surcharge.amount(),
        principal.plus(surcharge.amount()),
        surcharge.rule(),
        surcharge.law(),
        surcharge.explanation());
  }

  private List<Found.RuleLine> rules(BillQuestion question, List<BillView> open) {
    List<FeeType> types =
        question.feeType() != null
            ? List.of(question.feeType())
            : open.stream().map(BillView::feeType).distinct().limit(4).toList();
    return (types.isEmpty()
            ? List.of(FeeType.PROPERTY_TAX, FeeType.ELECTRICITY, FeeType.TRAFFIC_FINE)
            : types)
        .stream().map(this::rule).toList();
  }

  private Found.RuleLine rule(FeeType feeType) {
    LocalDate today = ledger.today();
    FeeRule.Surcharge rule =
        catalogue.surcharge(FeeScope.national(feeType, PayerKind.RESIDENT), today);
    BigDecimal rate = rule.daily().on(today, today.getYear());
    return new Found.RuleLine(
        name(feeType),
        rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%",
        rule.cap() == FeeRule.Cap.PRINCIPAL,
        rule.ground().cite(locale));
  }

  /** The fee's name in the reader's language; null of no fee. */
  String name(FeeType feeType) {
    return feeType == null ? null : catalogue.title(feeType).in(locale);
  }

  private static <T> List<T> all(Function<String, Page<T>> pages) {
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

  private static <T> Money sum(List<T> items, Function<T, Money> amount) {
    return items.stream().map(amount).reduce(Money.ZERO, Money::plus);
  }
}
