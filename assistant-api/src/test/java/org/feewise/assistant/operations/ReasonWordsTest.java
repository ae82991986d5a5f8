package org.feewise.assistant.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.risk.RiskReason;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonWordsTest {
  static List<Locale> languages() {
    return Words.languages();
  }

  private static ReasonWords in(Locale locale) {
    return new ReasonWords(FeeCatalogue.builtIn(), locale);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyFeatureOfTheHouseHasWords(Locale language) {
    FeatureSchema schema = HouseFeatures.SCHEMA;
    assertThat(Stream.concat(schema.numbers().stream(), schema.categories().stream()))
        .isNotEmpty()
        .allSatisfy(
            feature ->
                assertThat(in(language).sentence(new RiskReason(feature, "1", 1)))
                    .doesNotContain(feature));
  }

  @ParameterizedTest
  @CsvSource({
    "payer_bills, 2.398, Bills before this one: 10 (↑ raises the risk)",
    "amount_against_usual, 0.6931, The amount is 2 times the usual (↑ raises the risk)",
    "due_weekday, 7, Due on a Sunday (↑ raises the risk)",
    "amount_against_usual_fee_type, 0.6931, The amount is 2 times the usual of this fee (↑ raises"
        + " the risk)",
    "payer_late_bills_180d, 3, Bills late in the past 180 days: 3 (↑ raises the risk)",
    "district_late_share, 0.214, About 21% of bills in the district are late (↑ raises the risk)",
    "due_days_to_break, -2, Due 2 days after a long holiday (↑ raises the risk)",
    "payer_plans_broken, 1, Payment plans with a missed payment: 1 (↑ raises the risk)",
    "days_to_spring_festival, -4, Due 4 days after Spring Festival (↑ raises the risk)",
    "payer_days_since_late, '', Never late (↑ raises the risk)",
    "payer_reminded_share, '', not known (↑ raises the risk)",
    "last_channel, WECHAT_PAY, Last paid through WeChat Pay (↑ raises the risk)",
    "fee_type, WATER, The fee is Water (↑ raises the risk)",
    "countryCode, 391, countryCode: 391 (↑ raises the risk)"
  })
  void saysValuesAsPeopleDo(String feature, String value, String sentence) {
    assertThat(in(Words.ENGLISH).sentence(new RiskReason(feature, value, 0.5))).isEqualTo(sentence);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyShareIsSaidInPercent(Locale language) {
    assertThat(HouseFeatures.SCHEMA.numbers())
        .filteredOn(feature -> feature.contains("_share"))
        .isNotEmpty()
        .allSatisfy(
            feature ->
                assertThat(in(language).sentence(new RiskReason(feature, "0.314", 1)))
                    .contains("31%"));
  }

  @Test
  void saysWhichWayAReasonPoints() {
    assertThat(in(Words.CHINESE).sentence(new RiskReason("already_overdue", "12", 10)))
        .isEqualTo("已过截止日 12 天(↑ 提高风险)");
    assertThat(in(Words.CHINESE).sentence(new RiskReason("days_to_due", "20", -1)))
        .isEqualTo("开单到截止有 20 天(↓ 降低风险)");
  }
}
