package org.feewise.analytics.risk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringRunTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  private static ScoringRun run(long openBills) {
    return ScoringRun.of(DAY, "risk-1", Optional.empty(), openBills);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "100000, 4", "100001, 8", "200000, 8", "200001, 16", "10000000, 512"})
  void aPartHasAtMost25000BillsOnAverage(long openBills, int parts) {
    assertThat(run(openBills).parts()).isEqualTo(parts);
  }

  @Test
  void everyPartOfEveryRunHasANameOfItsOwn() {
    ScoringRun ofOneSource = ScoringRun.of(DAY, "risk-1", Optional.of("water works"), 1);
    assertThat(run(1).transactionalIds())
        .hasSize(4)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(ofOneSource.transactionalIds())
        .doesNotContainAnyElementsOf(run(150_000).transactionalIds())
        .allMatch(name -> name.startsWith("feewise-scores-2026-03-20/risk-1/"));
  }
}
