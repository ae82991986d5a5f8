package org.feewise.analytics.city;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** One of the demo people, with a life worth asking about; days count back from the last day. */
record Persona(
    String name,
    String about,
    String locale,
    PayerKind payerKind,
    Set<Trait> traits,
    String ageBand,
    String incomeBand,
    String district,
    int incomeDay,
    double forgetfulness,
    boolean disabled,
    boolean autoPay,
    Integer hardshipSince,
    Integer movedAgo,
    PaymentMethod method,
    Set<ReminderChannel> respondsTo,
    List<ToldBill> bills) {

  private static final List<Persona> ALL =
      Population.read("personas.yaml", new TypeReference<>() {});

  /**
   * A bill of the persona's story.
   *
   * @param due days back to the printed deadline; null where the fee's own rule gives it
   * @param paid pairs of days back and yuan
   */
  record ToldBill(
      String code,
      double yuan,
      int issued,
      Integer due,
      boolean disputed,
      List<List<Double>> paid) {
    ToldBill {
      paid = paid == null ? List.of() : paid;
    }
  }

  Persona {
    locale = locale == null ? "zh-CN" : locale;
    payerKind = payerKind == null ? PayerKind.RESIDENT : payerKind;
  }

  /** The persona who is the citizen of that number, if there is one. */
  static Optional<Persona> of(int number) {
    return number <= ALL.size() ? Optional.of(ALL.get(number - 1)) : Optional.empty();
  }

  static int count() {
    return ALL.size();
  }
}
