package org.feewise.assistant.chat.slots;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** The details of one wish, said or carried over from the conversation; immutable. */
public final class Slots {
  public static final Slots NONE = new Slots(new EnumMap<>(Slot.class));

  private final Map<Slot, Object> values;

  private Slots(EnumMap<Slot, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  public Slots with(Slot slot, Object value) {
    EnumMap<Slot, Object> changed = copy();
    changed.put(slot, value);
    return new Slots(changed);
  }

  public Slots without(Slot slot) {
    EnumMap<Slot, Object> changed = copy();
    changed.remove(slot);
    return new Slots(changed);
  }

  public Slots only(Set<Slot> kept) {
    EnumMap<Slot, Object> changed = copy();
    changed.keySet().retainAll(kept);
    return new Slots(changed);
  }

  /** These details, completed by those of another wish that are not said here. */
  public Slots orElse(Slots others) {
    EnumMap<Slot, Object> changed = copy();
    others.values.forEach(changed::putIfAbsent);
    return new Slots(changed);
  }

  public boolean has(Slot slot) {
    return values.containsKey(slot);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Set<Slot> names() {
    return values.keySet();
  }

  public Optional<FeeType> feeType() {
    return get(Slot.FEE_TYPE, FeeType.class);
  }

  public Optional<DateRange> period() {
    return get(Slot.PERIOD, DateRange.class);
  }

  public Optional<LocalDate> asOf() {
    return get(Slot.AS_OF, LocalDate.class);
  }

  public Optional<Money> amount() {
    return get(Slot.AMOUNT, Money.class);
  }

  public Optional<Money> monthlyBudget() {
    return get(Slot.MONTHLY_BUDGET, Money.class);
  }

  public Optional<Integer> instalments() {
    return get(Slot.INSTALMENTS, Integer.class);
  }

  public Optional<Integer> daysBefore() {
    return get(Slot.DAYS_BEFORE, Integer.class);
  }

  public Optional<PaymentMethod> method() {
    return get(Slot.METHOD, PaymentMethod.class);
  }

  public Optional<ReminderChannel> channel() {
    return get(Slot.CHANNEL, ReminderChannel.class);
  }

  public Optional<BillStatus> status() {
    return get(Slot.STATUS, BillStatus.class);
  }

  public Optional<String> receiptNo() {
    return get(Slot.RECEIPT_NO, String.class);
  }

  public Optional<String> billNo() {
    return get(Slot.BILL_NO, String.class);
  }

  /** The details by name, money and days as text, as other programs read them. */
  @JsonValue
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    values.forEach((slot, value) -> map.put(slot.wireName(), plain(value)));
    return map;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Integer number -> number;
      case DateRange range -> Map.of("from", range.from().toString(), "to", range.to().toString());
      default -> value.toString();
    };
  }

  private <T> Optional<T> get(Slot slot, Class<T> type) {
    return Optional.ofNullable(type.cast(values.get(slot)));
  }

  private EnumMap<Slot, Object> copy() {
    EnumMap<Slot, Object> copy = new EnumMap<>(Slot.class);
    copy.putAll(values);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slots slots && slots.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
