package org.feewise.assistant.chat.tools;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/** What lateness adds to one citizen's open bills, and by which rules, as a tool tells it. */
final class CitizenSurcharges {
  private static final int MOST_RULES = 4;
  private static final List<FeeType> COMMON =
      List.of(FeeType.PROPERTY_TAX, FeeType.ELECTRICITY, FeeType.TRAFFIC_FINE);

  /** Of equal ones, the one due soonest. */
  private static final Comparator<Found.SurchargeLine> COSTLIEST =
      Comparator.comparing(Found.SurchargeLine::surcharge).reversed();

  private final CitizenBills bills;
  private final BillLedger ledger;
  private final FeeCatalogue catalogue;

  CitizenSurcharges(CitizenBills bills, BillLedger ledger, FeeCatalogue catalogue) {
    this.bills = bills;
    this.ledger = ledger;
    this.catalogue = catalogue;
  }

  /** Surcharges if paid on a day; today without one. */
  Found on(BillQuestion question, LocalDate payOn) {
    LocalDate day = payOn == null ? ledger.today() : payOn;
    List<BillView> open = openBills(question);
    if (question.billNo() != null && open.isEmpty()) {
      return new Found.NotFound("not found", question.billNo());
    }
    Map<String, SurchargeView> surcharges = surcharges(question, day);
    List<Found.SurchargeLine> lines =
        open.stream()
            .filter(bill -> surcharges.containsKey(bill.billNo()))
            .map(bill -> line(bill, surcharges.get(bill.billNo())))
            .toList();
    return new Found.Surcharges(
        ledger.today(),
        day,
        question.asked(bills.name(question.feeType()), null),
        lines.size(),
        Math.toIntExact(lines.stream().filter(line -> line.lateDays() > 0).count()),
        CitizenBills.sum(lines, Found.SurchargeLine::surcharge),
        CitizenBills.sum(lines, Found.SurchargeLine::total),
        lines.stream().sorted(COSTLIEST).limit(CitizenBills.MOST_LINES).toList(),
        rules(question, open, day));
  }

  /** Open bills, those late or due soonest first. */
  private List<BillView> openBills(BillQuestion question) {
    if (question.billNo() != null) {
      return ledger.bill(bills.citizenId(), question.billNo()).stream().toList();
    }
    BillQuery open = open(question);
    return CitizenBills.all(next -> ledger.bills(bills.citizenId(), open, next)).stream()
        .sorted(CitizenBills.SOONEST)
        .toList();
  }

  private Map<String, SurchargeView> surcharges(BillQuestion question, LocalDate day) {
    if (question.billNo() == null) {
      return ledger.surcharges(bills.citizenId(), open(question), day, bills.locale());
    }
    return ledger
        .surcharge(bills.citizenId(), question.billNo(), day, bills.locale())
        .map(surcharge -> Map.of(question.billNo(), surcharge))
        .orElse(Map.of());
  }

  private static BillQuery open(BillQuestion question) {
    return new BillQuestion(question.feeType(), question.from(), question.to(), "UNPAID", null)
        .query();
  }

  private Found.SurchargeLine line(BillView bill, SurchargeView surcharge) {
    Money principal = bill.principal().minus(bill.paid());
    return new Found.SurchargeLine(
        bill.billNo(),
        bill.feeType(),
        bills.title(bill.feeType(), bill.title()),
        principal,
        surcharge.effectiveDueOn(),
        surcharge.asOf(),
        surcharge.days(),
        surcharge.amount(),
        surcharge.asOf().equals(ledger.today()) ? CitizenBills.perDay(bill) : null,
        principal.plus(surcharge.amount()),
        surcharge.rule(),
        surcharge.law(),
        surcharge.explanation());
  }

  /** The rules of the fee asked about, else of those late on the day, else of those open. */
  private List<Found.RuleLine> rules(BillQuestion question, List<BillView> open, LocalDate day) {
    Map<FeeType, FeeScope> scopes =
        ledger.open(bills.citizenId(), BillQuery.open()).stream()
            .collect(toMap(Bill::feeType, Bill::scope, (first, other) -> first));
    return fees(question, open, day).stream()
        .map(fee -> scopes.getOrDefault(fee, FeeScope.national(fee, PayerKind.RESIDENT)))
        .map(this::rule)
        .toList();
  }

  private static List<FeeType> fees(BillQuestion question, List<BillView> open, LocalDate day) {
    if (question.feeType() != null) {
      return List.of(question.feeType());
    }
    List<BillView> late = open.stream().filter(bill -> !CitizenBills.isInTime(bill, day)).toList();
    List<FeeType> types =
        (late.isEmpty() ? open : late)
            .stream().map(BillView::feeType).distinct().limit(MOST_RULES).toList();
    return types.isEmpty() ? COMMON : types;
  }

  /** The rule of the citizen's own region and kind of payer, as far as a bill shows them. */
  private Found.RuleLine rule(FeeScope scope) {
    LocalDate today = ledger.today();
    FeeRule.Surcharge rule = catalogue.surcharge(scope, today);
    BigDecimal rate = rule.daily().on(today, today.getYear());
    return new Found.RuleLine(
        bills.name(scope.feeType()),
        rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%",
        rule.cap() == FeeRule.Cap.PRINCIPAL,
        rule.ground().cite(bills.locale()));
  }
}
