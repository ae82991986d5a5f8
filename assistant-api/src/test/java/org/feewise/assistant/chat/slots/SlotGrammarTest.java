package org.feewise.assistant.chat.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotGrammarTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @ValueSource(strings = {"上0个月的水费", "这0个月"})
  void aTimeThatThereIsNotIsNoTimeAndNoFailure(String text) {
    assertThat(SlotGrammar.read(text, TODAY).dates()).isEmpty();
  }

  @Test
  void twoMonthsSaidTogetherAreBoth() {
    assertThat(SlotGrammar.read("七八月份的电费", TODAY).dates())
        .singleElement()
        .satisfies(
            date ->
                assertThat(date.when().past())
                    .isEqualTo(new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 31))));
  }

  @Test
  void aFeeNamedInEnglishAmongChineseWordsIsRead() {
    assertThat(SlotGrammar.read("查一下 gas 这个月多少", TODAY).feeTypes()).containsExactly(FeeType.GAS);
  }

  @ParameterizedTest
  @CsvSource({
    "燃气充个300, 300.00",
    "交电费200, 200.00",
    "put 500 on my electricity, 500.00",
    "学费八千分八期行不, 8000.00",
    "个税欠了两万三 两周后才有钱交, 23000.00",
    "一共退我2600, 2600.00",
    "it was 96.5, 96.50",
    "Tuition is 7200 this year, 7200.00",
    "what is this extra 3.20, 3.20"
  })
  void anAmountNeedsNoUnitBesideAWordOfPaying(String text, String yuan) {
    assertThat(SlotGrammar.read(NormalText.of(text), TODAY).amounts())
        .extracting(Said.SaidAmount::amount)
        .containsExactly(Money.parse(yuan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"好几样费用堆一块了", "学费退一部分给我吧", "first flat under 90 sqm: deed tax rate?"})
  void whatOnlyLooksLikeAnAmountIsNone(String text) {
    assertThat(SlotGrammar.read(NormalText.of(text), TODAY).amounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6, 不是五期 六期", "3, 分三期", "4, not in two parts but in 4 parts"})
  void aCountTakenBackIsNotMeant(int parts, String text) {
    assertThat(SlotGrammar.read(text, TODAY).instalments()).contains(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"契税一万五一次交不起", "元旦快乐", "Merry Christmas to you!", "happy new year"})
  void aWishOrANumberIsNoFestival(String text) {
    assertThat(SlotGrammar.read(text, TODAY).dates()).isEmpty();
  }

  @Test
  void daysFromNowAreCountedFromToday() {
    assertThat(SlotGrammar.read("我过10天再交", TODAY).dates())
        .singleElement()
        .satisfies(
            date ->
                assertThat(date.when().coming())
                    .isEqualTo(DateRange.day(LocalDate.of(2026, 12, 4))));
  }

  @Test
  void aYearSaidApartBelongsToItsMonths() {
    String text = "那上半年呢 去年的";
    Said said = SlotGrammar.read(NormalText.of(text), TODAY);
    assertThat(SlotRoles.of(said, Intent.PAYMENT_HISTORY, text).period())
        .contains(new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30)));
  }

  @Test
  void aCountOfTimesIsNoAmount() {
    assertThat(SlotGrammar.read("水费扣了两回", TODAY).amounts()).isEmpty();
  }

  @Test
  void aMethodThatSomebodyLacksIsNotMeant() {
    assertThat(SlotGrammar.read("没有银行卡怎么交", TODAY).methods()).isEmpty();
    assertThat(SlotGrammar.read("用银行卡交", TODAY).methods()).containsExactly(PaymentMethod.BANK_CARD);
  }
}
