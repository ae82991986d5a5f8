package org.feewise.assistant.chat.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.feewise.assistant.bills.Period;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * The bills a demo citizen has on a day: every fee type over a year, most paid, some open, some
 * overdue, one paid in part. The same seed and day give the same bills.
 */
final class DemoBills {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final int MONTHS = 13;
  private static final int ISSUE_DAY = 3;
  private static final int PAYABLE_DAYS = 20;
  private static final int PAYABLE_DAYS_OF_A_YEAR = 60;
  private static final int FINE_DAYS = 15;
  private static final int FORGETFUL = 3;
  private static final double SPREAD = 0.2;

  private final SplittableRandom chance;
  private final LocalDate today;
  private final List<DemoBill> bills = new ArrayList<>();

  private DemoBills(long seed, LocalDate today) {
    this.chance = new SplittableRandom(seed);
    this.today = today;
  }

  static List<DemoBill> on(LocalDate today, long seed) {
    DemoBills demo = new DemoBills(seed, today);
    for (FeeType type : FeeType.values()) {
      demo.issue(type);
    }
    return List.copyOf(demo.bills);
  }

  private void issue(FeeType type) {
    switch (type) {
      case WATER -> every(type, 1, 60);
      case ELECTRICITY -> every(type, 1, 130);
      case GAS -> every(type, 1, 85);
      case SOCIAL_INSURANCE -> every(type, 1, 960);
      case PARKING -> every(type, 1, 150);
      case WASTE -> every(type, 3, 30);
      case TUITION -> every(type, 6, 2600);
      case HEATING -> every(type, 12, 2100);
      case MEDICAL_INSURANCE -> every(type, 12, 400);
      case INCOME_TAX -> every(type, 12, 1450);
      case PROPERTY_TAX -> every(type, 12, 1850);
      case VEHICLE_TAX -> every(type, 12, 420);
      case DEED_TAX -> every(type, 12, 16_500);
      case EXAM_FEE -> every(type, 12, 160);
      case LICENCE_FEE -> every(type, 12, 120);
      case NON_TAX -> every(type, 12, 150);
      case TRAFFIC_FINE -> fines(type, 200);
      case ADMIN_FINE -> fines(type, 500);
    }
  }

  /** Bills that each cover some months and are issued in the month after. */
  private void every(FeeType type, int months, int yuan) {
    boolean forgets = chance.nextInt(FORGETFUL) == 0;
    int payable = months < 12 ? PAYABLE_DAYS : PAYABLE_DAYS_OF_A_YEAR;
    YearMonth last =
        YearMonth.from(today.minusDays(ISSUE_DAY - 1L)).minusMonths(type.ordinal() % months % 3);
    for (int back = MONTHS / months * months; back >= 0; back -= months) {
      YearMonth issued = last.minusMonths(back);
      LocalDate issuedOn = issued.atDay(ISSUE_DAY);
      LocalDate dueOn = issuedOn.plusDays(payable);
      Period period = new Period(issued.minusMonths(months).atDay(1), issued.atDay(1).minusDays(1));
      Money principal = around(yuan);
      boolean open = !dueOn.isBefore(today) || (forgets && back == 0);
      bills.add(
          new DemoBill(
              type + "-" + period.from().format(MONTH),
              type,
              Optional.of(period),
              principal,
              issuedOn,
              dueOn,
              Optional.empty(),
              open ? partOf(type, principal, issuedOn) : Optional.of(soon(principal, issuedOn))));
    }
  }

  /** A fine long paid, one overdue and one that has still time. */
  private void fines(FeeType type, int yuan) {
    fine(type, yuan, today.minusDays(120), true);
    fine(type, yuan, today.minusDays(40L + chance.nextInt(20)), false);
    fine(type, yuan, today.minusDays(1L + chance.nextInt(8)), false);
  }

  private void fine(FeeType type, int yuan, LocalDate decisionOn, boolean settled) {
    Money principal = Money.ofYuan(yuan);
    bills.add(
        new DemoBill(
            type + "-" + decisionOn.format(DateTimeFormatter.BASIC_ISO_DATE),
            type,
            Optional.empty(),
            principal,
            decisionOn,
            decisionOn.plusDays(FINE_DAYS),
            Optional.of(decisionOn),
            settled ? Optional.of(soon(principal, decisionOn)) : Optional.empty()));
  }

  private Money around(int yuan) {
    double factor = 1 - SPREAD + 2 * SPREAD * chance.nextDouble();
    return Money.ofFen(Math.round(yuan * 100 * factor));
  }

  /** Half of an open heating bill is paid, nothing of the others. */
  private Optional<DemoBill.Paid> partOf(FeeType type, Money principal, LocalDate issuedOn) {
    return type == FeeType.HEATING
        ? Optional.of(payment(Money.ofFen(principal.fen() / 2), issuedOn))
        : Optional.empty();
  }

  private DemoBill.Paid soon(Money principal, LocalDate issuedOn) {
    return payment(principal, issuedOn.plusDays(1L + chance.nextInt(FINE_DAYS - 1)));
  }

  private DemoBill.Paid payment(Money principal, LocalDate on) {
    PaymentMethod[] methods = PaymentMethod.values();
    return new DemoBill.Paid(principal, on, methods[chance.nextInt(methods.length)]);
  }
}
