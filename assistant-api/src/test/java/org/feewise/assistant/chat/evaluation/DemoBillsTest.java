package org.feewise.assistant.chat.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBillsTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24", "2027-01-01", "2024-02-29", "2026-03-03"})
  void everyDayHasEveryFeeAndNothingFromTheFuture(LocalDate today) {
    List<DemoBill> bills = DemoBills.on(today, 7);
    assertThat(bills).extracting(DemoBill::feeType).contains(FeeType.values());
    assertThat(bills).extracting(DemoBill::number).doesNotHaveDuplicates();
    assertThat(bills)
        .allSatisfy(
            bill -> {
              assertThat(bill.issuedOn()).isBeforeOrEqualTo(today);
              assertThat(bill.dueOn()).isAfter(bill.issuedOn());
              bill.paid().ifPresent(p -> assertThat(p.on()).isBetween(bill.issuedOn(), today));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void billsArePaidOpenAndOverdue(long seed) {
    LocalDate today = LocalDate.of(2026, 11, 10);
    List<DemoBill> bills = DemoBills.on(today, seed);
    assertThat(bills).anyMatch(DemoBill::isSettled);
    assertThat(bills).anyMatch(bill -> !bill.isSettled() && !bill.dueOn().isBefore(today));
    assertThat(bills).anyMatch(bill -> !bill.isSettled() && bill.dueOn().isBefore(today));
    assertThat(bills).isEqualTo(DemoBills.on(today, seed));
    assertThat(bills).isNotEqualTo(DemoBills.on(today, seed + 1));
  }
}
