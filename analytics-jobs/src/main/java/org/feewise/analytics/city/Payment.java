package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.feewise.models.money.PaymentMethod;

/**
 * Money that reached the state.
 *
 * @param paidAt local time of the city
 * @param channel where it was paid: APP, WEB, COUNTER or AUTO_DEBIT
 */
record Payment(
    String paymentId,
    LocalDateTime paidAt,
    long principalFen,
    long surchargeFen,
    PaymentMethod method,
    String channel) {

  LocalDate paidOn() {
    return paidAt.toLocalDate();
  }
}
