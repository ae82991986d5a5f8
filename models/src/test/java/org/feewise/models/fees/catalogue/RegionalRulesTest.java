package org.feewise.models.fees.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.RiverRegion;
import org.feewise.models.fees.SurchargeAssessment;
import org.feewise.models.fees.SurchargeQuestion;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.words.Bilingual;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A region's file replaces every kind of rule, without code, and is refused when it is not good.
 */
class RegionalRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String GROUND =
      "basis: law, confidence: A, law: [{in: water-contract}], from: 2026-01-01";

  @TempDir Path folder;
  private final FeeCatalogue river = RiverRegion.catalogue();
  private final Surcharges surcharges = RiverRegion.surcharges();

  @Test
  void aRegionReplacesTheNationalRulesItCoversAndNoOthers() {
    // due 10 December 2024: 21 days of December at the national 0.0005, then 40 at 0.001
    SurchargeAssessment assessment =
        surcharges.assess(
            SurchargeQuestion.due(
                RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT),
                Money.ofYuan(1000),
                LocalDate.of(2024, 12, 10),
                LocalDate.of(2025, 2, 9)));
    assertThat(assessment.surcharge()).hasToString("50.50");
    assertThat(assessment.legalBasis(Words.ENGLISH))
        .contains("water supply contract", "River City Utility Fee Rules, art. 9");
    FeeScope company = RiverRegion.scope(FeeType.WATER, PayerKind.ENTERPRISE);
    assertThat(river.surcharge(company, TODAY))
        .isEqualTo(
            FeeCatalogue.builtIn()
                .surcharge(FeeScope.national(FeeType.WATER, PayerKind.ENTERPRISE), TODAY));
    assertThat(river.regions())
        .isEqualTo(Map.of(RiverRegion.CODE, new Bilingual("江城", "River City")));
  }

  @Test
  void anotherRegionHasTheNationalRules() {
    for (FeeType feeType : FeeType.values()) {
      for (PayerKind payer : PayerKind.values()) {
        FeeScope elsewhere = FeeScope.of(feeType, payer, "hill");
        FeeScope national = FeeScope.national(feeType, payer);
        assertThat(river.surcharge(elsewhere, TODAY)).isEqualTo(river.surcharge(national, TODAY));
        assertThat(river.deadline(elsewhere, TODAY)).isEqualTo(river.deadline(national, TODAY));
        assertThat(river.rights(elsewhere, TODAY)).isEqualTo(river.rights(national, TODAY));
        assertThat(river.methods(elsewhere, TODAY)).isEqualTo(river.methods(national, TODAY));
        assertThat(river.waiver(elsewhere, LocalDate.of(2026, 7, 15))).isEmpty();
      }
    }
  }

  @Test
  void aRegionMayChargeArrearsOfEarlierYearsMoreAndCapThem() {
    FeeRule.Surcharge gas =
        river.surcharge(RiverRegion.scope(FeeType.GAS, PayerKind.RESIDENT), TODAY);
    assertThat(gas.daily())
        .isEqualTo(new FeeRule.DailyRate.ByYear(new BigDecimal("0.001"), new BigDecimal("0.003")));
    assertThat(gas.cap()).isEqualTo(FeeRule.Cap.PRINCIPAL);
    assertThat(
            river
                .surcharge(RiverRegion.scope(FeeType.PARKING, PayerKind.RESIDENT), TODAY)
                .minimum())
        .isEqualTo(Money.ofYuan(2));
  }

  @Test
  void aRegionMayRewardPayingEarly() {
    FeeScope water = RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT);
    assertThat(river.rules(FeeRule.EarlyPayment.class, water, TODAY))
        .extracting(
            FeeRule.EarlyPayment::rate,
            FeeRule.EarlyPayment::daysBeforeDue,
            rule -> rule.ground().cite(Words.CHINESE))
        .containsExactly(tuple(new BigDecimal("0.02"), 10, "《江城公用事业收费办法》第8条"));
    assertThat(river.rules(FeeRule.EarlyPayment.class, water, LocalDate.of(2024, 12, 31)))
        .isEmpty();
  }

  @Test
  void aRegionMayWaiveLateDaysForATime() {
    FeeScope tax = RiverRegion.scope(FeeType.PROPERTY_TAX, PayerKind.ENTERPRISE);
    assertThat(river.waiver(tax, LocalDate.of(2026, 7, 9))).isEmpty();
    assertThat(river.waiver(tax, LocalDate.of(2026, 7, 10)))
        .hasValueSatisfying(
            waiver -> {
              assertThat(waiver.circumstance()).isEqualTo(Circumstance.DISASTER);
              assertThat(waiver.share()).isEqualByComparingTo(BigDecimal.ONE);
              assertThat(waiver.grantedBy().en()).isEqualTo("the city government");
            });
    assertThat(river.waiver(tax, LocalDate.of(2026, 7, 31))).isPresent();
    assertThat(river.waiver(tax, LocalDate.of(2026, 8, 1))).isEmpty();
  }

  @Test
  void aRegionMayGiveReliefByAShare() {
    PayerRights rights =
        river.rights(RiverRegion.scope(FeeType.HEATING, PayerKind.RESIDENT), TODAY);
    assertThat(rights.reliefs())
        .extracting(FeeRule.Relief::circumstance, FeeRule.Relief::share)
        .containsExactly(
            tuple(Circumstance.LOW_INCOME, Optional.of(new BigDecimal("0.5"))),
            tuple(Circumstance.HARDSHIP, Optional.empty()));
    assertThat(rights.reliefs().getFirst().form().orElseThrow().zh()).isEqualTo("公用事业费减免申请表");
    // the national ways to pay later stay
    assertThat(rights.instalments()).hasSize(1);
  }

  @Test
  void aRegionMayLetPayInPartsOnItsOwnTerms() {
    PayerRights rights = river.rights(RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT), TODAY);
    assertThat(rights.respites())
        .extracting(
            FeeRule.Respite::onApproval,
            FeeRule.Respite::maxInstalments,
            respite -> respite.form().orElseThrow().en())
        .containsExactly(tuple(true, Optional.of(3), "application to pay water in instalments"));
  }

  @Test
  void aRegionsMethodsReplaceTheNationalOnesWithTheirFeesAndLimits() {
    List<MethodTerms> methods =
        river.methods(RiverRegion.scope(FeeType.WATER, PayerKind.ENTERPRISE), TODAY);
    assertThat(methods).extracting(MethodTerms::method).containsExactly(PaymentMethod.values());
    assertThat(methods)
        .filteredOn(terms -> terms.method() == PaymentMethod.BANK_CARD)
        .extracting(
            MethodTerms::feeRate,
            MethodTerms::fixedFee,
            MethodTerms::perPayment,
            MethodTerms::perDay)
        .containsExactly(
            tuple(
                new BigDecimal("0.006"),
                Money.parse("0.50"),
                Optional.of(Money.ofYuan(20_000)),
                Optional.of(Money.ofYuan(40_000))));
    assertThat(methods)
        .filteredOn(terms -> terms.method() == PaymentMethod.COUNTER)
        .extracting(MethodTerms::fixedFee)
        .containsExactly(Money.ofYuan(2));
    assertThat(river.methods(RiverRegion.scope(FeeType.WATER, PayerKind.RESIDENT), TODAY))
        .filteredOn(terms -> terms.method() == PaymentMethod.COUNTER)
        .extracting(MethodTerms::fixedFee)
        .containsExactly(Money.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "earlyPayment: [{rate: 0.02, GROUND}, {rate: 0.03, GROUND}]|WATER earlyPayment of RESIDENT contradicts the rule of line 5: both hold on 2026-01-01",
        "earlyPayment: [{rate: 1.2, GROUND}]|rate: 1.2 is not above 0 and at most 1",
        "earlyPayment: [{rate: 0.02, daysBeforeDue: soon, GROUND}]|daysBeforeDue: \"soon\" is not a whole number",
        "earlyPayment: [{rate: 0.02, daysBeforeDue: -2, GROUND}]|daysBeforeDue: -1 is below 1",
        "waiver: [{WAIVER, GROUND}, {WAIVER, GROUND}]|WATER waiver of RESIDENT contradicts the rule of line 5",
        "waiver: [{WAIVER, basis: law, confidence: A, law: [{in: water-contract}]}]|from: is missing",
        "waiver: [{WAIVER, share: 0, GROUND}]|share: 0 is not above 0 and at most 1",
        "waiver: [{WAIVER, share: 1.5, GROUND}]|share: 1.5 is not above 0 and at most 1",
        "waiver: [{circumstance: disaster, grantedBy: {zh: 市, en: city}, GROUND}]|reason: is missing",
        "waiver: [{circumstance: party, reason: {zh: 灾, en: flood}, grantedBy: {zh: 市, en: city}, GROUND}]|circumstance: \"party\" is not one of",
        "waiver: [{circumstance: disaster, reason: {zh: 灾}, grantedBy: {zh: 市, en: city}, GROUND}]|en: is missing",
        "waiver: [{WAIVER, basis: law, confidence: A, from: 2026-01-01}]|law: a rule without a law is not shipped",
        "waiver: [{WAIVER, daily: 0.1, GROUND}]|daily: is not a key known here",
        "relief: [{RELIEF, share: 0.5, GROUND}, {RELIEF, share: 0.4, GROUND}]|WATER relief for LOW_INCOME of RESIDENT contradicts",
        "relief: [{RELIEF, share: half, GROUND}]|share: \"half\" is not a decimal number",
        "relief: [{RELIEF, law: [], basis: law, confidence: A}]|law: a rule without a law is not shipped",
        "respite: [{kind: deferral, onApproval: true, stopsSurcharge: true, condition: {zh: 难, en: hardship}, decidedBy: {zh: 市, en: city}, GROUND}]|how: is missing",
        "respite: [{kind: deferral, onApproval: perhaps, GROUND}]|onApproval: \"perhaps\" is neither true nor false",
        "deadline: [{rollsForward: true, daysAfterDecision: 15, GROUND}]|daysAfterDecision: only a fine's deadline runs from a decision",
        "discount: []|discount: is not a key known here",
      })
  void aRuleThatMakesNoSenseIsRefusedWithFileLineAndReason(String rules, String reason)
      throws IOException {
    write("title: {zh: 江城, en: River City}\nfees:\n  WATER:\n    " + filled(rules));
    refused("river.yaml, line 5: ", reason);
  }

  private static String filled(String rules) {
    String waiver =
        "circumstance: disaster, reason: {zh: 灾, en: flood}, grantedBy: {zh: 市, en: city}";
    String relief =
        "circumstance: low-income, effect: {zh: 减, en: less}, grantedBy: {zh: 市, en: city},"
            + " how: {zh: 申请, en: apply}";
    return rules.replace("WAIVER", waiver).replace("RELIEF", relief).replace("GROUND", GROUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{method: bank-card, GROUND}, {method: bank-card, feeRate: 0.006, GROUND}|BANK_CARD of RESIDENT contradicts the rule of line 4",
        "{method: bank-card, feeRate: -0.1, GROUND}|feeRate: -0.1 is not in [0, 1]",
        "{method: bank-card, perPayment: 0, GROUND}|perPayment: 0.00 is not above zero",
        "{method: bank-card, perDay: 1.005, GROUND}|perDay: \"1.005\" is not an amount of yuan",
        "{method: gold, GROUND}|method: \"gold\" is not one of",
        "{method: bank-card, basis: law, confidence: A}|law: a rule without a law is not shipped",
      })
  void methodTermsThatMakeNoSenseAreRefusedWithFileLineAndReason(String terms, String reason)
      throws IOException {
    write("title: {zh: 江城, en: River City}\nfees: {}\nmethods: [" + filled(terms) + "]");
    refused("river.yaml, line 4: ", reason);
  }

  @Test
  void rulesThatHoldAtOtherTimesOrForOthersDoNotContradict() throws IOException {
    String rules =
        """
        title: {zh: 江城, en: River City}
        fees:
          WATER:
            earlyPayment:
              - {rate: 0.02, to: 2026-06-30, GROUND}
              - {rate: 0.03, basis: law, confidence: A, law: [{in: water-contract}], from: 2026-08-01}
            waiver:
              - {WAIVER, payers: [resident], GROUND}
              - {WAIVER, payers: [enterprise], GROUND}
        """;
    write(filled(rules));
    assertThat(FeeCatalogue.withRegionsFrom(folder).regions()).containsOnlyKeys("river");
  }

  @Test
  void aRegionWithoutItsNameInBothLanguagesIsRefused() throws IOException {
    write("fees: {}");
    refused("river.yaml, line 1: ", "title: is missing");
    write("title: {zh: 江城}\nfees: {}");
    refused("river.yaml, line 2: ", "en: is missing");
  }

  @Test
  void aFileThatIsNoUtf8TextIsRefusedByName() throws IOException {
    Files.write(folder.resolve("river.yaml"), "region: 江\n".getBytes(Charset.forName("GB18030")));
    refused("river.yaml, line 1: ", "is not UTF-8 text");
    Files.write(folder.resolve("river.yaml"), new byte[] {0, 1, 2});
    refused("river.yaml, line 1: ", "is not YAML");
  }

  private void write(String rest) throws IOException {
    Files.writeString(folder.resolve("river.yaml"), "region: river\n" + rest + "\n");
  }

  private void refused(String where, String reason) {
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining(where)
        .hasMessageContaining(reason);
  }
}
