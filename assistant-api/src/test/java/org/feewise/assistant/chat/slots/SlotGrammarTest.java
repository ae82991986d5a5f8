package org.feewise.assistant.chat.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
    "what is this extra 3.20, 3.20"
  })
  void anAmountNeedsNoUnitBesideAWordOfPaying(String text, String yuan) {
    assertThat(SlotGrammar.read(text, TODAY).amounts())
        .extracting(Said.SaidAmount::amount)
        .containsExactly(Money.parse(yuan));
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
