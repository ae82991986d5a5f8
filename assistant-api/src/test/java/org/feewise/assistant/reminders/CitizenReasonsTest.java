package org.feewise.assistant.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.feewise.models.risk.RiskReason;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenReasonsTest {
  static Stream<String> features() {
    FeatureSchema schema = HouseFeatures.SCHEMA;
    return Stream.concat(schema.numbers().stream(), schema.categories().stream());
  }

  static Stream<String> told() {
    return features().filter(CitizenReasons.DECIDED::get);
  }

  static Stream<String> untold() {
    return features().filter(feature -> !CitizenReasons.DECIDED.get(feature));
  }

  private static List<String> said(Locale language, String feature, String value, double by) {
    return new CitizenReasons(language).sentences(List.of(new RiskReason(feature, value, by)));
  }

  @Test
  void itIsDecidedOfEveryFeatureWhetherACitizenIsToldIt() {
    assertThat(features()).allMatch(CitizenReasons.DECIDED::containsKey);
    assertThat(told()).isNotEmpty();
    assertThat(untold()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "days_to_due | 10 | 这张账单从开出到截止只有10天。 | This bill is due only 10 days after it was issued.",
        "days_to_due | 0 | 这张账单开出当天就截止。 | This bill is due on the day it was issued.",
        "due_weekday | 6 | 截止日是周六。 | The due date is a Saturday.",
        "due_weekday | 7 | 截止日是周日。 | The due date is a Sunday.",
        "days_to_spring_festival | 3 | 截止日在春节前3天。 | The due date is 3 days before Spring Festival.",
        "days_to_spring_festival | 0 | 截止日正好是春节。 | The due date is Spring Festival itself.",
        "days_to_spring_festival | -1 | 截止日在春节后1天。 | The due date is 1 day after Spring Festival.",
        "payer_bills | 0 | 这是您在这里的第一张账单。 | This is your first bill here.",
        "payer_streak | 1 | 开单时，您最近到期的一张账单晚于截止日。 | When this bill was issued, your latest bill had passed its"
            + " due date.",
        "payer_streak | 4 | 开单时，您最近到期的4张账单都晚于截止日。 | When this bill was issued, your latest 4 bills had all"
            + " passed their due dates.",
        "payer_days_since_late | 31 | 开单前31天，您有一张账单过了截止日。 | A bill of yours passed its due date 31 days before this"
            + " one was issued.",
        "payer_days_late_last | 5 | 开单时，您最近缴清的一张账单是在截止日后5天缴清的。 | The bill you had last paid when this one was"
            + " issued was paid 5 days after its due date.",
        "payer_open_bills | 2 | 开单时，您另有2张账单待缴。 | When this bill was issued, you had 2 other bills to pay.",
        "payer_overdue_bills | 1 | 开单时，您另有1张账单过了截止日、还没缴清。 | When this bill was issued, 1 other bill of yours was"
            + " past its due date and open.",
        "payer_overdue_days | 12 | 开单时，您最早到期的一张待缴账单已过截止日12天。 | When this bill was issued, your oldest open bill"
            + " was 12 days past its due date.",
        "amount_against_usual | 0.6931 | 这次的金额大约是您平时账单的2倍。 | The amount is about 2 times that of your usual bills.",
        "amount_against_usual_fee_type | 0.9163 | 这次的金额大约是您平时同类账单的2.5倍。 | The amount is about 2.5 times that of your"
            + " usual bills of this kind.",
        "payer_late_bills_180d | 3 | 开单前180天里，您有3张账单晚于截止日。 | In the 180 days before this bill was issued, 3 of your"
            + " bills passed their due dates.",
        "payer_partly_paid_bills | 1 | 开单时，您另有1张账单缴了一部分。 | When this bill was issued, 1 other bill of yours was paid"
            + " in part.",
        "payer_plans_broken | 2 | 开单时，您有2个缴费计划没能每期按日缴。 | When this bill was issued, 2 payment plans of yours had"
            + " missed a pay date.",
        "due_days_to_payday | 4 | 截止日之后4天才到您的收入日。 | Your payday comes 4 days after the due date.",
        "paydays_to_due | 0 | 从开单到截止，没有您的收入日。 | No payday of yours falls between issue and due date.",
        "due_days_to_break | 2 | 截止日后2天开始放长假。 | A long holiday begins 2 days after the due date.",
        "due_days_to_break | 0 | 截止日在长假里。 | The due date falls in a long holiday.",
        "due_days_to_break | -3 | 截止日在长假结束后3天。 | The due date is 3 days after a long holiday."
      })
  void saysWhatRaisesTheRiskAndNothingOfWhatLowersIt(
      String feature, String value, String chinese, String english) {
    assertThat(said(Words.CHINESE, feature, value, 0.4)).containsExactly(chinese);
    assertThat(said(Words.ENGLISH, feature, value, 0.4)).containsExactly(english);
    for (Locale language : Words.languages()) {
      assertThat(said(language, feature, value, -0.4)).isEmpty();
      assertThat(said(language, feature, value, 0)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "days_to_due, 15",
    "due_weekday, 5",
    "days_to_spring_festival, -60",
    "payer_bills, 2.398",
    "payer_streak, -3",
    "payer_streak, 0",
    "payer_days_since_late, 181",
    "payer_days_late_last, -2",
    "payer_open_bills, 0",
    "payer_overdue_bills, 0",
    "payer_overdue_days, 0",
    "amount_against_usual, 0.1",
    "amount_against_usual_fee_type, -1.2",
    "payer_late_bills_180d, 0",
    "payer_partly_paid_bills, 0",
    "payer_plans_broken, 0",
    "due_days_to_payday, 11",
    "paydays_to_due, 1",
    "due_days_to_break, 30"
  })
  void aValueThatIsNoReasonToAPersonIsNotTold(String feature, String value) {
    assertThat(said(Words.CHINESE, feature, value, 0.4)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("told")
  void aValueThatIsUnknownOrNoFigureIsNotTold(String feature) {
    for (String value : List.of("", "NaN", "Infinity", "many", "0.5.1", "1e300")) {
      assertThat(said(Words.ENGLISH, feature, value, 0.4)).as(value).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("untold")
  void whatIsNotToldIsNotToldAtAnyValue(String feature) {
    for (String value : List.of("0", "1", "0.35", "12", "-3", "WATER", "RESIDENT", "")) {
      assertThat(said(Words.CHINESE, feature, value, 5)).as(value).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"already_overdue", "countryCode"})
  void aFeatureThatIsNotTheHousesIsNotTold(String feature) {
    assertThat(said(Words.CHINESE, feature, "3", 10)).isEmpty();
  }

  @Test
  void theOrderOfTheReasonsStays() {
    List<RiskReason> reasons =
        List.of(
            new RiskReason("payer_late_bills_180d", "3", 0.9),
            new RiskReason("district_late_share", "0.3", 0.8),
            new RiskReason("payer_open_bills", "2", 0.7));
    assertThat(new CitizenReasons(Words.CHINESE).sentences(reasons))
        .containsExactly("开单前180天里，您有3张账单晚于截止日。", "开单时，您另有2张账单待缴。");
  }
}
