package org.feewise.models.plans.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.EarlyDiscount;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/**
 * Draws plan problems as households and small businesses have them: the same generator state gives
 * the same problem.
 */
public final class DrawnProblem {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 2);
  private static final String[] DAILY_RATES = {
    "0.0005", "0.0005", "0.001", "0.002", "0.003", "0.005"
  };

  private DrawnProblem() {}

  /**
   * A problem of a size.
   *
   * @param tightness what the bills owe as a share of the money of all dates; near 1 is hard
   */
  public static PlanProblem of(
      RandomGenerator random, int bills, int dates, int methods, double tightness) {
    List<PlanBill> drawn = new ArrayList<>();
    for (int i = 0; i < bills; i++) {
      drawn.add(bill(random, i, dates));
    }
    long owed = drawn.stream().mapToLong(bill -> bill.principal().fen()).sum();
    List<PayDate> payDates = new ArrayList<>();
    LocalDate on = AS_OF.plusDays(random.nextInt(1, 10));
    for (int d = 0; d < dates; d++) {
      double share = random.nextDouble(0.4, 1.6) / dates / tightness;
      payDates.add(new PayDate(on, Money.ofFen(Math.round(owed * share / 100) * 100)));
      on = on.plusDays(random.nextInt(7, 32));
    }
    return new PlanProblem(AS_OF, payDates, drawn, methods(random, methods));
  }

  private static PlanBill bill(RandomGenerator random, int number, int dates) {
    Money principal = Money.ofFen(Math.round(Math.exp(random.nextDouble(8.5, 12.9))));
    LocalDate due = AS_OF.plusDays(random.nextInt(-30, 12 * dates));
    boolean partial = random.nextInt(10) < 6;
    int[] limits = {2, 3, 4, 6};
    OptionalInt most =
        random.nextBoolean() ? OptionalInt.of(limits[random.nextInt(4)]) : OptionalInt.empty();
    return new PlanBill(
        "B" + number,
        principal,
        due,
        partial,
        most,
        surcharge(random, principal),
        discount(random, due));
  }

  private static Optional<LateSurcharge> surcharge(RandomGenerator random, Money principal) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return Optional.empty();
    }
    if (kind <= 2) {
      return Optional.of(LateSurcharge.daily(new BigDecimal("0.03")).stoppedAt(principal));
    }
    String rate = DAILY_RATES[random.nextInt(DAILY_RATES.length)];
    LateSurcharge late = LateSurcharge.daily(new BigDecimal(rate));
    return Optional.of(random.nextInt(4) == 0 ? late.stoppedAt(principal) : late);
  }

  private static Optional<EarlyDiscount> discount(RandomGenerator random, LocalDate due) {
    if (random.nextInt(5) > 0) {
      return Optional.empty();
    }
    BigDecimal rate = new BigDecimal(random.nextBoolean() ? "0.02" : "0.05");
    LocalDate until = due.minusDays(random.nextInt(0, 15));
    return Optional.of(new EarlyDiscount(rate, until));
  }

  private static List<MethodTerms> methods(RandomGenerator random, int count) {
    List<MethodTerms> all =
        List.of(
            terms(
                PaymentMethod.ALIPAY, "0", "0", yuan(random, 600, 3000), yuan(random, 1000, 5000)),
            terms(PaymentMethod.BANK_CARD, "0.006", "0", Optional.empty(), Optional.empty()),
            terms(PaymentMethod.UNIONPAY, "0", "1.00", Optional.empty(), yuan(random, 2000, 9000)),
            terms(
                PaymentMethod.WECHAT_PAY,
                "0.001",
                "0.10",
                yuan(random, 1000, 5000),
                yuan(random, 2000, 9000)),
            terms(PaymentMethod.COUNTER, "0", "2.00", Optional.empty(), Optional.empty()));
    return all.subList(0, count);
  }

  private static Optional<Money> yuan(RandomGenerator random, int least, int most) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(Money.ofYuan(random.nextInt(least / 100, most / 100) * 100L));
  }

  private static MethodTerms terms(
      PaymentMethod method,
      String rate,
      String fixed,
      Optional<Money> perPayment,
      Optional<Money> perDay) {
    return new MethodTerms(method, new BigDecimal(rate), Money.parse(fixed), perPayment, perDay);
  }
}
