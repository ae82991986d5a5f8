package org.feewise.assistant.bills;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.money.Money;

/**
 * Answers what one citizen owes and has paid. Each method takes the citizen's id first and reads no
 * other citizen's rows, whatever the other arguments say.
 */
public final class BillLedger {
  static final int PAGE_SIZE = 50;

  /** More open bills than anybody can read; an importer's customer may still have them. */
  private static final int MOST_OPEN_BILLS = 10_000;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final BillStore store;
  private final SurchargeRules rules;
  private final Clock clock;

  public BillLedger(BillStore store, SurchargeRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /** The day in Asia/Shanghai as of which statuses and surcharges are told. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZONE));
  }

  /**
   * Bills, the latest issued first, 50 a page.
   *
   * @param next token of the page wanted, null for the first
   * @throws UnknownPageException when the token is not one this list gave out
   */
  public Page<BillView> bills(String citizenId, BillQuery query, String next) {
    LocalDate today = today();
    List<Bill> found =
        store.bills(citizenId, query, today, PagePosition.ofDay(next), PAGE_SIZE + 1);
    Page<Bill> page =
        Page.of(found, PAGE_SIZE, bill -> new PagePosition<>(bill.issuedOn(), bill.billNo()));
    return new Page<>(views(citizenId, page.items(), today), page.next());
  }

  /** The bills of the query that are open today and what settles them, soonest due first. */
  public Owed owed(String citizenId, BillQuery query) {
    LocalDate today = today();
    return Owed.of(views(citizenId, open(citizenId, query), today), today);
  }

  /** The open bills themselves, for a plan. */
  public List<Bill> open(String citizenId, BillQuery query) {
    BillQuery wanted =
        query.statuses().isEmpty() ? query.withStatuses(BillQuery.open().statuses()) : query;
    return store.bills(citizenId, wanted, today(), Optional.empty(), MOST_OPEN_BILLS).stream()
        .filter(bill -> bill.settledOn() == null)
        .toList();
  }

  /** The citizen's bill of that number; empty when there is none or it is another's. */
  public Optional<BillView> bill(String citizenId, String billNo) {
    return store
        .bill(citizenId, billNo)
        .map(bill -> views(citizenId, List.of(bill), today()).getFirst());
  }

  /**
   * The surcharge of one bill if it is paid on a day; empty when the citizen has no such bill.
   *
   * @param asOf the day of payment, Asia/Shanghai; it may lie in the future
   */
  public Optional<SurchargeView> surcharge(
      String citizenId, String billNo, LocalDate asOf, Locale locale) {
    return store
        .bill(citizenId, billNo)
        .map(
            bill ->
                rules.explain(bill, of(bill, paidTowards(citizenId, List.of(bill))), asOf, locale));
  }

  /**
   * The surcharges of the open bills of a query if each is paid on a day, by bill number.
   *
   * @param asOf the day of payment, Asia/Shanghai; it may lie in the future
   */
  public Map<String, SurchargeView> surcharges(
      String citizenId, BillQuery query, LocalDate asOf, Locale locale) {
    List<Bill> bills = open(citizenId, query);
    Map<String, List<Payment>> paid = paidTowards(citizenId, bills);
    return bills.stream()
        .collect(toMap(Bill::billNo, bill -> rules.explain(bill, of(bill, paid), asOf, locale)));
  }

  /**
   * Payments, the latest first, 50 a page.
   *
   * @param next token of the page wanted, null for the first
   * @throws UnknownPageException when the token is not one this list gave out
   */
  public Page<PaymentView> payments(String citizenId, PaymentQuery query, String next) {
    List<Payment> found =
        store.payments(citizenId, query, PagePosition.ofTime(next), PAGE_SIZE + 1);
    return Page.of(
            found, PAGE_SIZE, payment -> new PagePosition<>(payment.paidAt(), payment.paymentId()))
        .map(PaymentView::of);
  }

  private List<BillView> views(String citizenId, List<Bill> bills, LocalDate today) {
    Map<String, List<Payment>> paid = paidTowards(citizenId, bills);
    return bills.stream().map(bill -> view(bill, of(bill, paid), today)).toList();
  }

  private BillView view(Bill bill, List<Payment> paid, LocalDate today) {
    Money surcharge = surchargeOn(bill, paid, today);
    Money perDay = surchargeOn(bill, paid, today.plusDays(1)).minus(surcharge);
    return BillView.of(bill, surcharge, perDay, today);
  }

  private Money surchargeOn(Bill bill, List<Payment> paid, LocalDate day) {
    Money alreadyPaid = paid.stream().map(Payment::surcharge).reduce(Money.ZERO, Money::plus);
    return bill.settledOn() == null
        ? rules.amount(bill, paid, day).minus(alreadyPaid).max(Money.ZERO)
        : alreadyPaid;
  }

  /** What was paid of each of the citizen's bills, earliest first; a bill without has no entry. */
  public Map<String, List<Payment>> paidTowards(String citizenId, List<Bill> bills) {
    return paidTowards(citizenId, bills.stream().map(Bill::billNo).collect(toSet()));
  }

  /** The same by the numbers of the bills; a number that is not the citizen's has no entry. */
  public Map<String, List<Payment>> paidTowards(String citizenId, Set<String> billNos) {
    return billNos.isEmpty()
        ? Map.of()
        : store.paymentsTowards(citizenId, billNos).stream().collect(groupingBy(Payment::billNo));
  }

  private static List<Payment> of(Bill bill, Map<String, List<Payment>> paid) {
    return paid.getOrDefault(bill.billNo(), List.of());
  }
}
