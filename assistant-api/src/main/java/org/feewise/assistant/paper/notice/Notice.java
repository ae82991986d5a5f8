package org.feewise.assistant.paper.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * What was read on a paper bill.
 *
 * @param fields what was found, each field once, in the order of {@link Field}
 * @param codes everything on the paper that has the look of a bill's number, for comparing only
 */
public record Notice(List<ReadField> fields, List<String> codes) {
  public Notice {
    fields = List.copyOf(fields);
    codes = List.copyOf(codes);
  }

  /** Whether there was nothing by which to know a bill: no number, no amount, no fee with a day. */
  public boolean isEmpty() {
    return text(Field.NUMBER).isEmpty()
        && amount(Field.AMOUNT_DUE).isEmpty()
        && amount(Field.PRINCIPAL).isEmpty()
        && (feeType().isEmpty() || day(Field.DUE_ON).isEmpty() && text(Field.PERIOD).isEmpty());
  }

  public Optional<ReadField> read(Field field) {
    return fields.stream().filter(each -> each.field() == field).findFirst();
  }

  public Optional<String> text(Field field) {
    return read(field).map(ReadField::value);
  }

  public Optional<FeeType> feeType() {
    return text(Field.FEE_TYPE).map(FeeType::valueOf);
  }

  public Optional<Money> amount(Field field) {
    return text(field).map(Money::parse);
  }

  public Optional<LocalDate> day(Field field) {
    return text(field).map(LocalDate::parse);
  }
}
