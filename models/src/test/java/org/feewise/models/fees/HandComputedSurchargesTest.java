package org.feewise.models.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Cases worked out by hand, each with its arithmetic, which is worked out again here. */
class HandComputedSurchargesTest {
  private static final Surcharges RULES = RiverRegion.surcharges();

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {15}")
  @CsvFileSource(resources = "surcharges.csv", numLinesToSkip = 1)
  void theSurchargeIsWhatTheArithmeticSays(ArgumentsAccessor row) {
    SurchargeAssessment assessment = RULES.assess(question(row));
    String arithmetic = row.getString(15);

    assertThat(assessment.effectiveDueOn()).isEqualTo(row.getString(11));
    assertThat(assessment.lateDays()).isEqualTo(row.getLong(12));
    assertThat(assessment.owed()).isEqualByComparingTo(Arithmetic.valueOf(arithmetic));
    assertThat(assessment.surcharge())
        .hasToString(row.getString(13))
        .isEqualTo(Money.roundHalfUp(Arithmetic.valueOf(arithmetic)));
    assertThat(assessment.capped())
        .isEqualTo(row.getBoolean(14))
        .isEqualTo(arithmetic.startsWith("min"));
    assertThat(
            assessment
                .dayByDay()
                .map(SurchargeSpan::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(assessment.accrued());
    assertThat(assessment.explanation(Words.CHINESE)).contains("。依据：");
    if (!assessment.spans().isEmpty()) {
      assertThat(assessment.explanation(Words.CHINESE)).contains(" " + row.getString(13) + " 元");
    }
    assertThat(assessment.explanation(Words.ENGLISH)).doesNotContain("{", "null", "  ");
  }

  @Test
  void wrongArithmeticDoesNotPass() {
    assertThat(Arithmetic.valueOf("max(2 × 0.5 × 3, 1) + min(4, 5 + 1)")).isEqualByComparingTo("7");
    for (String broken : List.of("1 2", "min(1)", "1 + ×", "(1")) {
      assertThatThrownBy(() -> Arithmetic.valueOf(broken)).isInstanceOf(RuntimeException.class);
    }
  }

  private static SurchargeQuestion question(ArgumentsAccessor row) {
    SurchargeQuestion question =
        new SurchargeQuestion(
            FeeScope.of(row.get(1, FeeType.class), row.get(2, PayerKind.class), row.getString(3)),
            Money.parse(row.getString(4)),
            new DueBy(
                Optional.ofNullable(row.get(5, LocalDate.class)),
                Optional.ofNullable(row.get(6, LocalDate.class))),
            row.get(7, LocalDate.class),
            words(row.getString(8)).map(HandComputedSurchargesTest::payment).toList(),
            words(row.getString(9)).map(LocalDate::parse).collect(Collectors.toSet()),
            Rulings.NONE);
    for (String grant : words(row.getString(10)).toList()) {
      question = granted(question, grant);
    }
    return question;
  }

  private static SurchargeQuestion granted(SurchargeQuestion question, String grant) {
    String value = grant.substring(grant.indexOf('=') + 1);
    return switch (grant.split("=", 2)[0]) {
      case "relief" -> question.withGrantedRelief(Circumstance.valueOf(value));
      case "deferral" -> question.withDeferralUntil(LocalDate.parse(value));
      case "enforced" -> question.whenEnforced();
      default -> throw new IllegalArgumentException(grant);
    };
  }

  private static PrincipalPayment payment(String text) {
    String[] parts = text.split("=", 2);
    return new PrincipalPayment(LocalDate.parse(parts[0]), Money.parse(parts[1]));
  }

  private static Stream<String> words(String cell) {
    return cell == null ? Stream.empty() : Arrays.stream(cell.split(" ", -1));
  }
}
