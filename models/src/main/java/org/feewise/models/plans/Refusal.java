package org.feewise.models.plans;

import java.math.BigDecimal;
import org.feewise.models.money.Money;

/** Checks of a problem's fields; a refusal names the field and the value. */
final class Refusal {
  private Refusal() {}

  static void when(boolean refused, String field, Object value, String demand) {
    if (refused) {
      throw new IllegalPlanException(field, field + " is " + value + ": " + demand);
    }
  }

  static void whenMissing(String field, Object value) {
    when(value == null, field, null, "must be given");
  }

  static void unlessBetween(String field, Money value, Money least, Money most) {
    whenMissing(field, value);
    when(
        value.compareTo(least) < 0 || value.compareTo(most) > 0,
        field,
        value,
        "must be between " + least + " and " + most);
  }

  static void unlessBetween(String field, BigDecimal value, BigDecimal least, BigDecimal most) {
    whenMissing(field, value);
    when(
        value.compareTo(least) < 0 || value.compareTo(most) > 0,
        field,
        value,
        "must be between " + least + " and " + most);
  }
}
