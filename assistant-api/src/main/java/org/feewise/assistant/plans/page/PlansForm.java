package org.feewise.assistant.plans.page;

import org.feewise.models.money.Money;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of the page, as it was written. */
public class PlansForm {
  @RestForm String budget;
  @RestForm String income;
  @RestForm String needs;

  /** An amount, or null where the field was left empty. */
  static Money amount(String given) {
    return given == null || given.isBlank() ? null : Money.parse(given);
  }

  public String getBudget() {
    return text(budget);
  }

  public String getIncome() {
    return text(income);
  }

  public String getNeeds() {
    return text(needs);
  }

  /** What was written, without spaces around it; empty where nothing was sent. */
  static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
