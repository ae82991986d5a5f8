package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.feewise.models.money.Money;

/** What the law adds to a bill that is paid late, as far as bills need to know. */
public interface SurchargeRules {

  /**
   * The whole surcharge if what is open of the bill is paid on the given day; what was paid of it
   * before is not taken off.
   *
   * @param paid what was paid towards the bill, earliest first
   */
  Money amount(Bill bill, List<Payment> paid, LocalDate asOf);

  /** The same with the rule, the law and how it grew, worded in the caller's language. */
  SurchargeView explain(Bill bill, List<Payment> paid, LocalDate asOf, Locale locale);
}
