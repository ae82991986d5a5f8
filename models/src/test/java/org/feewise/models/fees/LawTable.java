package org.feewise.models.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.feewise.models.money.Money;

/**
 * The law as a table written down a second time, and a plain loop over late days: what the
 * catalogue, its spans and its files must agree with.
 */
final class LawTable {
  private static final LocalDate RIVER_BEGINS = LocalDate.of(2025, 1, 1);
  private static final LocalDate RIVER_DOUBLES = LocalDate.of(2026, 7, 1);
  private static final LocalDate FLOOD_BEGINS = LocalDate.of(2026, 7, 10);
  private static final LocalDate FLOOD_ENDS = LocalDate.of(2026, 7, 31);

  private LawTable() {}

  /**
   * The surcharge by adding up one day after the other.
   *
   * @param lastDayInTime the deadline after rolling
   * @param dueYear year of the deadline before rolling
   */
  static Money surcharge(SurchargeQuestion bill, LocalDate lastDayInTime, int dueYear) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LocalDate day = lastDayInTime.plusDays(1);
        !day.isAfter(bill.asOf());
        day = day.plusDays(1)) {
      BigDecimal ofDay =
          unpaidAtDawn(bill, day)
              .multiply(new BigDecimal(rate(bill.scope(), day, dueYear)))
              .multiply(new BigDecimal(charged(bill.scope(), day)));
      sum = sum.add(ofDay);
    }
    if (sum.signum() > 0) {
      sum = sum.max(new BigDecimal(minimum(bill.scope(), bill.asOf())));
    }
    if (hasCap(bill)) {
      sum = sum.min(owed(bill));
    }
    return Money.ofFen(sum.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  static boolean hasCap(SurchargeQuestion bill) {
    return switch (bill.scope().feeType()) {
      case TRAFFIC_FINE, ADMIN_FINE -> true;
      case INCOME_TAX, PROPERTY_TAX, VEHICLE_TAX, DEED_TAX -> bill.rulings().enforced();
      case GAS, PARKING -> inRiver(bill.scope());
      case WATER -> riverWater(bill.scope(), bill.asOf());
      default -> false;
    };
  }

  /** The principal, halved by the river's relief. */
  static BigDecimal owed(SurchargeQuestion bill) {
    BigDecimal principal = new BigDecimal(bill.principal().toString());
    return bill.rulings().relief().isEmpty()
        ? principal
        : principal.subtract(principal.divide(BigDecimal.TWO).setScale(2, RoundingMode.HALF_UP));
  }

  private static BigDecimal unpaidAtDawn(SurchargeQuestion bill, LocalDate day) {
    BigDecimal unpaid = owed(bill);
    for (PrincipalPayment payment : bill.paid()) {
      if (payment.on().isBefore(day)) {
        unpaid = unpaid.subtract(new BigDecimal(payment.amount().toString()));
      }
    }
    return unpaid.max(BigDecimal.ZERO);
  }

  private static String rate(FeeScope scope, LocalDate day, int dueYear) {
    boolean enterprise = scope.payer() == PayerKind.ENTERPRISE;
    boolean laterYear = day.getYear() > dueYear;
    return switch (scope.feeType()) {
      case INCOME_TAX, PROPERTY_TAX, VEHICLE_TAX, DEED_TAX -> "0.0005";
      case SOCIAL_INSURANCE, MEDICAL_INSURANCE -> enterprise ? "0.0005" : "0";
      case TRAFFIC_FINE, ADMIN_FINE -> "0.03";
      case ELECTRICITY -> enterprise ? (laterYear ? "0.003" : "0.002") : "0.001";
      case GAS -> inRiver(scope) ? (laterYear ? "0.003" : "0.001") : "0.0005";
      case WATER -> water(scope, day);
      case HEATING, WASTE -> "0.0005";
      case PARKING -> inRiver(scope) ? "0.005" : "0";
      case TUITION, EXAM_FEE, LICENCE_FEE, NON_TAX -> "0";
    };
  }

  private static String water(FeeScope scope, LocalDate day) {
    if (!riverWater(scope, day)) {
      return "0.0005";
    }
    return day.isBefore(RIVER_DOUBLES) ? "0.001" : "0.002";
  }

  private static String charged(FeeScope scope, LocalDate day) {
    boolean flood = inRiver(scope) && !day.isBefore(FLOOD_BEGINS) && !day.isAfter(FLOOD_ENDS);
    return switch (scope.feeType()) {
      case WATER, TRAFFIC_FINE, PROPERTY_TAX -> flood ? "0" : "1";
      case GAS -> flood ? "0.6" : "1";
      default -> "1";
    };
  }

  private static String minimum(FeeScope scope, LocalDate day) {
    return switch (scope.feeType()) {
      case WATER -> riverWater(scope, day) ? "5.00" : "0";
      case PARKING -> inRiver(scope) ? "2.00" : "0";
      default -> "0";
    };
  }

  private static boolean riverWater(FeeScope scope, LocalDate day) {
    return inRiver(scope) && scope.payer() == PayerKind.RESIDENT && !day.isBefore(RIVER_BEGINS);
  }

  private static boolean inRiver(FeeScope scope) {
    return scope.region().equals(Optional.of(RiverRegion.CODE));
  }
}
