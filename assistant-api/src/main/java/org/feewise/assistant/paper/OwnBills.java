package org.feewise.assistant.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Page;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.assistant.paper.Match.How;
import org.feewise.assistant.paper.notice.Field;
import org.feewise.assistant.paper.notice.Notice;
import org.feewise.models.money.Money;

/** Looks for the bill a paper is about among those of one citizen, and nowhere else. */
final class OwnBills {
  /** The latest 2,000; an older one is found by its number. */
  private static final int MOST_PAGES = 40;

  private static final int MOST_WRONG = 2;
  private static final int LONG_NUMBER = 10;

  /** A number read less surely than this may be another one. */
  private static final double SURE = 0.8;

  private final BillLedger ledger;
  private final String citizenId;
  private final List<BillView> bills;

  OwnBills(BillLedger ledger, String citizenId) {
    this.ledger = ledger;
    this.citizenId = citizenId;
    this.bills = bills();
  }

  private List<BillView> bills() {
    List<BillView> all = new ArrayList<>();
    String next = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<BillView> found = ledger.bills(citizenId, BillQuery.all(), next);
      all.addAll(found.items());
      next = found.next();
      if (next == null) {
        break;
      }
    }
    return all;
  }

  /** Empty when it is about none of them, or about one of several that cannot be told apart. */
  Optional<Match> match(Notice notice) {
    return byNumber(notice)
        .or(() -> nearly(notice))
        .or(() -> namesAnother(notice) ? Optional.empty() : byFeeAndAmount(notice));
  }

  private static Set<String> codes(Notice notice) {
    Set<String> codes = new LinkedHashSet<>();
    notice.text(Field.NUMBER).ifPresent(codes::add);
    codes.addAll(notice.codes());
    return codes;
  }

  private Optional<Match> byNumber(Notice notice) {
    for (String code : codes(notice)) {
      Optional<BillView> found =
          ledger
              .bill(citizenId, code)
              .or(
                  () ->
                      only(
                          bills.stream()
                              .filter(
                                  bill ->
                                      Likeness.folded(bill.billNo()).equals(Likeness.folded(code)))
                              .toList()));
      if (found.isPresent()) {
        return found.map(bill -> new Match(How.NUMBER, bill));
      }
    }
    return Optional.empty();
  }

  /** Numbers that differ in a digit may be two bills: something else must agree. */
  private Optional<Match> nearly(Notice notice) {
    for (String code : codes(notice)) {
      String folded = Likeness.folded(code);
      if (folded.length() >= LONG_NUMBER) {
        List<BillView> near =
            bills.stream()
                .filter(bill -> isNear(folded, Likeness.folded(bill.billNo())))
                .filter(bill -> hasAmount(notice, bill) || isDated(notice, bill))
                .filter(bill -> isOfTheFee(notice, bill))
                .toList();
        if (near.size() == 1) {
          return Optional.of(new Match(How.NUMBER_NEARLY, near.getFirst()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNear(String code, String billNo) {
    return Likeness.distance(code, billNo, MOST_WRONG) <= MOST_WRONG;
  }

  /** Whether the paper surely has a number as this citizen's bills have, and it is none of them. */
  private boolean namesAnother(Notice notice) {
    return notice
        .read(Field.NUMBER)
        .filter(number -> number.confidence() >= SURE)
        .map(number -> Likeness.form(number.value()))
        .filter(form -> bills.stream().anyMatch(bill -> Likeness.form(bill.billNo()).equals(form)))
        .isPresent();
  }

  private Optional<Match> byFeeAndAmount(Notice notice) {
    if (notice.feeType().isEmpty()) {
      return Optional.empty();
    }
    boolean dated =
        notice.day(Field.DUE_ON).isPresent()
            || notice.text(Field.PERIOD).isPresent()
            || notice.day(Field.ISSUED_ON).isPresent();
    return only(bills.stream()
            .filter(bill -> isOfTheFee(notice, bill))
            .filter(bill -> hasAmount(notice, bill))
            .filter(bill -> !dated || isDated(notice, bill))
            .toList())
        .map(bill -> new Match(How.FEE_AND_AMOUNT, bill));
  }

  private static <T> Optional<T> only(List<T> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isOfTheFee(Notice notice, BillView bill) {
    return notice.feeType().map(type -> type == bill.feeType()).orElse(true);
  }

  private boolean hasAmount(Notice notice, BillView bill) {
    List<Money> read = new ArrayList<>();
    notice.amount(Field.AMOUNT_DUE).ifPresent(read::add);
    notice.amount(Field.PRINCIPAL).ifPresent(read::add);
    if (read.contains(bill.principal())
        || read.contains(bill.total())
        || read.contains(bill.principal().minus(bill.paid()))) {
      return true;
    }
    return !read.isEmpty()
        && notice
            .day(Field.ISSUED_ON)
            .filter(day -> day.isAfter(bill.effectiveDueOn()))
            .map(day -> read.contains(bill.principal().plus(surchargeOn(bill, day))))
            .orElse(false);
  }

  private Money surchargeOn(BillView bill, LocalDate day) {
    LocalDate known = day.isAfter(ledger.today()) ? ledger.today() : day;
    return ledger
        .surcharge(citizenId, bill.billNo(), known, Locale.ROOT)
        .map(SurchargeView::amount)
        .orElse(Money.ZERO);
  }

  private static boolean isDated(Notice notice, BillView bill) {
    boolean due =
        notice
            .day(Field.DUE_ON)
            .map(day -> day.equals(bill.dueOn()) || day.equals(bill.effectiveDueOn()))
            .orElse(false);
    boolean issued =
        notice.day(Field.ISSUED_ON).map(day -> day.equals(bill.issuedOn())).orElse(false);
    boolean period =
        bill.period() != null
            && notice
                .text(Field.PERIOD)
                .map(
                    read ->
                        bill.period()
                            .from()
                            .toString()
                            .startsWith(read.substring(0, Math.min(7, read.length()))))
                .orElse(false);
    return due || issued || period;
  }
}
