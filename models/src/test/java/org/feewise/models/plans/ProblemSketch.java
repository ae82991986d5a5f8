package org.feewise.models.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/** Writes down a plan problem in a test, amounts in yuan, dates as days after the planning day. */
public final class ProblemSketch {
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final List<PayDate> payDates = new ArrayList<>();
  private final List<PlanBill> bills = new ArrayList<>();
  private final List<MethodTerms> methods = new ArrayList<>();

  public static ProblemSketch plan() {
    return new ProblemSketch();
  }

  public ProblemSketch date(int day, String capacity) {
    payDates.add(new PayDate(TODAY.plusDays(day), Money.parse(capacity)));
    return this;
  }

  public ProblemSketch whole(String no, String principal, int due, String rate) {
    return add(no, principal, due, false, OptionalInt.empty(), late(rate), Optional.empty());
  }

  public ProblemSketch split(String no, String principal, int due, String rate) {
    return add(no, principal, due, true, OptionalInt.empty(), late(rate), Optional.empty());
  }

  public ProblemSketch fine(String no, String principal, int due, String rate) {
    return add(
        no,
        principal,
        due,
        true,
        OptionalInt.empty(),
        Optional.of(late(rate).orElseThrow().stoppedAt(Money.parse(principal))),
        Optional.empty());
  }

  public ProblemSketch instalments(String no, String principal, int due, String rate, int most) {
    return add(no, principal, due, true, OptionalInt.of(most), late(rate), Optional.empty());
  }

  public ProblemSketch discounted(
      String no, String principal, int due, String rate, String discount, int until) {
    EarlyDiscount offer = new EarlyDiscount(new BigDecimal(discount), TODAY.plusDays(until));
    return add(no, principal, due, true, OptionalInt.empty(), late(rate), Optional.of(offer));
  }

  private static Optional<LateSurcharge> late(String rate) {
    return Optional.of(LateSurcharge.daily(new BigDecimal(rate)));
  }

  private ProblemSketch add(
      String no,
      String principal,
      int due,
      boolean partial,
      OptionalInt most,
      Optional<LateSurcharge> surcharge,
      Optional<EarlyDiscount> discount) {
    bills.add(
        new PlanBill(
            no, Money.parse(principal), TODAY.plusDays(due), partial, most, surcharge, discount));
    return this;
  }

  /** A bill in parts whose surcharge is at least so much, after parts paid late have cost yuan. */
  public ProblemSketch atLeast(
      String no, String principal, int due, String rate, String least, String accrued) {
    LateSurcharge late =
        LateSurcharge.daily(new BigDecimal(rate))
            .withAtLeast(Money.parse(least))
            .withAccrued(new BigDecimal(accrued));
    return add(no, principal, due, true, OptionalInt.empty(), Optional.of(late), Optional.empty());
  }

  public ProblemSketch free() {
    methods.add(MethodTerms.free(PaymentMethod.ALIPAY));
    return this;
  }

  public ProblemSketch method(
      PaymentMethod method, String rate, String fixed, String perPayment, String perDay) {
    methods.add(
        new MethodTerms(
            method,
            new BigDecimal(rate),
            Money.parse(fixed),
            Optional.ofNullable(perPayment).map(Money::parse),
            Optional.ofNullable(perDay).map(Money::parse)));
    return this;
  }

  public PlanProblem problem() {
    return new PlanProblem(TODAY, payDates, bills, methods);
  }
}
