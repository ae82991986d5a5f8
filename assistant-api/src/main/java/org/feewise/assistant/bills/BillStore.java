package org.feewise.assistant.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where bills and payments are kept. Every question names the citizen first and sees no other's.
 */
public interface BillStore {

  /** Bills in the order of issue, latest first, equal days by bill number. */
  List<Bill> bills(
      String citizenId,
      BillQuery query,
      LocalDate today,
      Optional<PagePosition<LocalDate>> after,
      int limit);

  /** The citizen's bill of that number; empty when there is none or it is another's. */
  Optional<Bill> bill(String citizenId, String billNo);

  /** Payments, latest first, equal times by id. */
  List<Payment> payments(
      String citizenId, PaymentQuery query, Optional<PagePosition<Instant>> after, int limit);

  /** What was paid towards some of the citizen's bills, earliest first. */
  List<Payment> paymentsTowards(String citizenId, Set<String> billNos);
}
