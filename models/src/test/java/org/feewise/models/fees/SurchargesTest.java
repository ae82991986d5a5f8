package org.feewise.models.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurchargesTest {
  private static final FeeScope TAX = FeeScope.national(FeeType.INCOME_TAX, PayerKind.RESIDENT);
  private static final FeeScope FINE = FeeScope.national(FeeType.ADMIN_FINE, PayerKind.RESIDENT);
  private static final FeeScope POWER =
      FeeScope.national(FeeType.ELECTRICITY, PayerKind.ENTERPRISE);

  private final Surcharges surcharges = Surcharges.builtIn();

  @Test
  void whatIsPaidEarlierStopsCostingTheDayAfter() {
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(TAX, Money.ofYuan(1000), day(6, 30), day(7, 30))
                .withPaid(
                    List.of(
                        new PrincipalPayment(day(7, 20), Money.ofYuan(300)),
                        new PrincipalPayment(day(7, 10), Money.ofYuan(500)),
                        new PrincipalPayment(day(7, 30), Money.ofYuan(200)))));
    // 1000 x 10 days + 500 x 10 days + 200 x 10 days = 17000, x 0.0005 = 8.50
    assertThat(assessment.spans())
        .extracting(SurchargeSpan::principal, SurchargeSpan::days)
        .containsExactly(
            tuple(Money.ofYuan(1000), 10L),
            tuple(Money.ofYuan(500), 10L),
            tuple(Money.ofYuan(200), 10L));
    assertThat(assessment.surcharge()).hasToString("8.50");
    assertThat(assessment.unpaid()).hasToString("200.00");
  }

  @Test
  void whatIsPaidInTimeNeverCosts() {
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(TAX, Money.ofYuan(1000), day(6, 30), day(7, 10))
                .withPaid(List.of(new PrincipalPayment(day(6, 1), Money.ofYuan(900)))));
    assertThat(assessment.surcharge()).hasToString("0.50");
  }

  @Test
  void spansBreakWhereTheRateDoes() {
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(
                POWER, Money.ofYuan(1000), LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 10)));
    assertThat(assessment.spans())
        .extracting(span -> span.from() + ".." + span.to() + " " + span.dailyRate())
        .containsExactly("2025-12-23..2025-12-31 0.002", "2026-01-01..2026-01-10 0.003");
  }

  @Test
  void aGrantedDeferralOfTaxMovesTheDeadlineUpToThreeMonths() {
    SurchargeQuestion question =
        SurchargeQuestion.due(TAX, Money.ofYuan(1000), day(6, 30), day(9, 30));
    assertThat(surcharges.assess(question.withDeferralUntil(day(9, 30))).surcharge().isZero())
        .isTrue();
    SurchargeAssessment late = surcharges.assess(question.withDeferralUntil(day(9, 28)));
    assertThat(late.lateDays()).isEqualTo(2);
    assertThat(late.surcharge()).hasToString("1.00");
    assertThatThrownBy(() -> surcharges.assess(question.withDeferralUntil(day(10, 15))))
        .hasMessageContaining("deferredUntil: 2026-10-15 is after 2026-09-30");
  }

  @Test
  void aDeferralTheLawDoesNotKnowIsRefused() {
    FeeScope parking = FeeScope.national(FeeType.PARKING, PayerKind.RESIDENT);
    SurchargeQuestion question =
        SurchargeQuestion.due(parking, Money.ofYuan(10), day(6, 30), day(7, 30))
            .withDeferralUntil(day(7, 15));
    assertThatThrownBy(() -> surcharges.assess(question))
        .hasMessageContaining("deferredUntil: the law knows no deferral of PARKING");
  }

  @Test
  void aTaxSurchargeStopsAtThePrincipalOnlyWhenItIsEnforced() {
    SurchargeQuestion question =
        SurchargeQuestion.due(
            TAX, Money.ofYuan(100), LocalDate.of(2019, 6, 28), LocalDate.of(2026, 6, 28));
    // 2557 days x 100 x 0.0005 = 127.85
    assertThat(surcharges.assess(question).surcharge()).hasToString("127.85");
    SurchargeAssessment enforced = surcharges.assess(question.whenEnforced());
    assertThat(enforced.surcharge()).hasToString("100.00");
    assertThat(enforced.capped()).isTrue();
    assertThat(enforced.legalBasis(Words.ENGLISH))
        .contains("Administrative Compulsion Law, art. 45");
  }

  @Test
  void waivedDaysAreShownWithReasonGrantorAndLawInTheDataAndInBothLanguages() {
    SurchargeAssessment assessment =
        RiverRegion.surcharges()
            .assess(
                SurchargeQuestion.due(
                    RiverRegion.scope(FeeType.PROPERTY_TAX, PayerKind.RESIDENT),
                    Money.ofYuan(10_000),
                    day(7, 1),
                    day(8, 20)));
    assertThat(assessment.spans())
        .extracting(
            span -> span.from() + ".." + span.to(),
            span -> span.waiver().isPresent(),
            span -> span.amount().intValueExact())
        .containsExactly(
            tuple("2026-07-02..2026-07-09", false, 40),
            tuple("2026-07-10..2026-07-31", true, 0),
            tuple("2026-08-01..2026-08-20", false, 100));
    assertThat(assessment.dayByDay().filter(day -> day.waiver().isPresent())).hasSize(22);
    assertThat(assessment.steps(Words.CHINESE))
        .contains(
            "2026-07-10 至 2026-07-31：七月洪灾，这 22 天不加收（决定机关：江城市人民政府，依据《江城抗洪救灾缴费通知》第2条）。",
            "合计 140.00 元。",
            "滞纳金 140.00 元。");
    assertThat(assessment.steps(Words.ENGLISH))
        .contains(
            "2026-07-10 to 2026-07-31: the flood of July; these 22 days cost nothing (decided by:"
                + " the city government; River City Notice on Fees during the Flood, art. 2).");
    assertThat(assessment.legalBasis(Words.CHINESE))
        .isEqualTo("《中华人民共和国税收征收管理法》第32条、《中华人民共和国税收征收管理法实施细则》第75条、《江城抗洪救灾缴费通知》第2条");
  }

  @Test
  void daysWaivedInPartCostTheRestAndSayHowMuchLess() {
    SurchargeAssessment assessment =
        RiverRegion.surcharges()
            .assess(
                SurchargeQuestion.due(
                    RiverRegion.scope(FeeType.GAS, PayerKind.RESIDENT),
                    Money.ofYuan(500),
                    day(7, 10),
                    day(7, 20)));
    // 500 x 0.001 x 10 days x 0.6
    assertThat(assessment.surcharge()).hasToString("3.00");
    assertThat(assessment.steps(Words.CHINESE))
        .contains(
            "2026-07-11 至 2026-07-20：七月洪灾，这 10 天少收 40%（决定机关：江城市人民政府，依据《江城抗洪救灾缴费通知》第3条）。",
            "2026-07-11 至 2026-07-20：500.00 × 0.1% × 10 天 × 60% = 3.00 元。");
    assertThat(assessment.explanation(Words.ENGLISH))
        .contains("these 10 days cost 40% less", "500.00 × 0.1% × 10 days × 60% = 3.00 CNY.");
  }

  @Test
  void aMinimumIsNotAskedForWhereEveryLateDayIsWaived() {
    SurchargeAssessment assessment =
        RiverRegion.surcharges()
            .assess(
                SurchargeQuestion.due(
                    RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT),
                    Money.ofYuan(120),
                    day(7, 10),
                    day(7, 31)));
    assertThat(assessment.surcharge()).isEqualTo(Money.ZERO);
    assertThat(assessment.lateDays()).isEqualTo(21);
    assertThat(assessment.explanation(Words.ENGLISH))
        .contains("cost nothing", "The late surcharge is 0.00 CNY.")
        .doesNotContain("counts as");
  }

  @Test
  void grantedReliefComesOffThePrincipalAndIsExplained() {
    SurchargeAssessment assessment =
        RiverRegion.surcharges()
            .assess(
                SurchargeQuestion.due(
                        RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT),
                        Money.parse("120.01"),
                        day(8, 3),
                        day(11, 11))
                    .withGrantedRelief(Circumstance.LOW_INCOME));
    assertThat(assessment.principal()).hasToString("60.00");
    assertThat(assessment.unpaid()).hasToString("60.00");
    assertThat(assessment.relief().orElseThrow().amount()).hasToString("60.01");
    assertThat(assessment.cap()).hasValue(Money.ofYuan(60));
    assertThat(assessment.steps(Words.CHINESE))
        .contains(
            "已获准低收入减免（决定机关：江城市民政局）：120.01 元的 50% 即 60.01 元不用缴，"
                + "本金按 60.00 元计，依据《江城公用事业收费办法》第12条。");
    assertThat(assessment.explanation(Words.ENGLISH))
        .contains(
            "Relief for low income was granted (decided by: the civil affairs bureau): 50% of"
                + " 120.01 CNY, 60.01 CNY, need not be paid, so the principal counts as 60.00 CNY");
    assertThat(assessment.legalBasis(Words.ENGLISH))
        .contains("River City Utility Fee Rules, art. 12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PARKING|RESIDENT|LOW_INCOME|grantedRelief: the law knows no relief for LOW_INCOME of PARKING for RESIDENT",
        "WATER|ENTERPRISE|LOW_INCOME|grantedRelief: the law knows no relief for LOW_INCOME of WATER for ENTERPRISE",
        "WATER|RESIDENT|HARDSHIP|grantedRelief: HARDSHIP of WATER for RESIDENT is decided case by case",
        "INCOME_TAX|RESIDENT|DISASTER|has no share to count with (Individual Income Tax Law, art. 5)",
      })
  void reliefThatNobodyCanCountIsRefusedByName(
      FeeType feeType, PayerKind payer, Circumstance circumstance, String reason) {
    SurchargeQuestion question =
        SurchargeQuestion.due(
                RiverRegion.scope(feeType, payer), Money.ofYuan(10), day(6, 30), day(7, 30))
            .withGrantedRelief(circumstance);
    assertThatThrownBy(() -> RiverRegion.surcharges().assess(question))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void theExplanationSaysBaseRateDaysCapAndLaw() {
    SurchargeAssessment assessment =
        surcharges.assess(SurchargeQuestion.decided(FINE, Money.ofYuan(200), day(7, 3), day(9, 1)));
    assertThat(assessment.steps(Words.ENGLISH))
        .containsExactly(
            "Administrative fine: 200.00 CNY, decision served 2026-07-03, so the 15 days end"
                + " 2026-07-18.",
            "2026-07-18 is a day off, so the deadline moves to 2026-07-20.",
            "43 days late on 2026-09-01.",
            "2026-07-21 to 2026-09-01: 200.00 × 3% × 43 days = 258.00 CNY.",
            "The additional fine stops at the principal: 200.00 CNY.",
            "The additional fine is 200.00 CNY.",
            "Law: Administrative Penalty Law, art. 72.");
    assertThat(assessment.explanation(Words.CHINESE))
        .contains(
            "决定书 2026-07-03 送达，15 日期限到 2026-07-18。", "200.00 × 3% × 43 天 = 258.00 元", "加处罚款以本金为限")
        .endsWith("依据：《中华人民共和国行政处罚法》第72条。");
  }

  @ParameterizedTest
  @CsvSource({
    "2.00, The late surcharge is 0.01 CNY.", // 2.00 x 0.0005 x 10 = 0.01
    "1.00, 'The late surcharge is 0.01 CNY, rounded half up to the fen.'", // 0.005
  })
  void roundingIsNamedWhereItHappened(String principal, String sentence) {
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(TAX, Money.parse(principal), day(6, 30), day(7, 10)));
    assertThat(assessment.steps(Words.ENGLISH)).contains(sentence);
  }

  @Test
  void aYearWithoutFestivalsIsSaidInTheExplanation() {
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(
                TAX, Money.ofYuan(10), LocalDate.of(2027, 2, 6), LocalDate.of(2027, 2, 10)));
    assertThat(assessment.explanation(Words.ENGLISH))
        .contains("festivals of 2027 are not published");
    assertThat(assessment.explanation(Words.CHINESE)).contains("2027 年的节假日安排尚未公布");
  }

  @Test
  void everyFeeIsExplainedInBothLanguages() {
    for (FeeType feeType : FeeType.values()) {
      for (PayerKind payer : PayerKind.values()) {
        SurchargeAssessment assessment =
            surcharges.assess(
                SurchargeQuestion.due(
                    FeeScope.national(feeType, payer), Money.ofYuan(10), day(6, 30), day(7, 30)));
        assertThat(assessment.explanation(Words.ENGLISH))
            .doesNotContainPattern("\\p{IsHan}")
            .contains("Law: ");
        assertThat(assessment.explanation(Words.CHINESE)).contains("依据：");
        assertThat(assessment.explanation(Words.ENGLISH)).doesNotContain("{", "null");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-0.01, principal: -0.01", "1000000000000.01, principal: 1000000000000.01"})
  void anAbsurdPrincipalIsRefusedByName(String principal, String reason) {
    assertThatThrownBy(
            () -> SurchargeQuestion.due(TAX, Money.parse(principal), day(6, 30), day(7, 1)))
        .hasMessageContaining(reason);
  }

  @Test
  void moreCannotBePaidThanIsOwed() {
    SurchargeQuestion question = SurchargeQuestion.due(TAX, Money.ofYuan(1), day(6, 30), day(7, 1));
    assertThatThrownBy(
            () -> question.withPaid(List.of(new PrincipalPayment(day(7, 1), Money.ofYuan(2)))))
        .hasMessageContaining("paid: 2.00 is more than the principal 1.00");
  }

  @Test
  void aBillOlderThanTheCatalogueIsRefused() {
    SurchargeQuestion question =
        SurchargeQuestion.due(
            TAX, Money.ofYuan(1), LocalDate.of(2011, 12, 31), LocalDate.of(2026, 1, 1));
    assertThatThrownBy(() -> surcharges.assess(question))
        .hasMessageContaining("2011-12-31 is before 2012-01-01");
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }
}
