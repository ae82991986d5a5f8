package org.feewise.assistant.chat.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.chat.offline.OfflineModel;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.models.fees.FeeType;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WishesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Dialogue DIALOGUE = new Dialogue(new IntentReader());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我的水费还欠多少,顺便提醒我交电费           | BILL_QUERY      | WATER       | REMINDER_SET   | ELECTRICITY
          查一下上个月燃气费付了没有,另外给我开张学费的票据 | PAYMENT_HISTORY | GAS         | RECEIPT_GET    | TUITION
          How much do I owe for water, and also remind me about the electricity bill by text | BILL_QUERY | WATER | REMINDER_SET | ELECTRICITY
          """)
  void aMessageWithTwoWishesHasBoth(
      String text, Intent first, FeeType firstFee, Intent second, FeeType secondFee) {
    Understood understood = say(text, Topic.NONE);
    assertThat(understood.wishes()).extracting(Understood::intent).containsExactly(first, second);
    assertThat(understood.wishes())
        .extracting(wish -> wish.slots().feeType().orElseThrow())
        .containsExactly(firstFee, secondFee);
    assertThat(understood.after().intent()).contains(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          水费和电费一共欠多少
          我上个月的水费交了,另外那笔是多少我忘了,谢谢
          顺便问一下,电费什么时候截止
          Also, when is my water bill due?
          """)
  void oneWishStaysOne(String text) {
    assertThat(say(text, Topic.NONE).wishes()).hasSize(1);
  }

  @Test
  void afterOtherTalkADetailOfFeesGoesOnAndADayDoesNot() {
    Topic plan = say("How can I pay my bills most cheaply?", Topic.NONE).after();
    Topic story = say("tell me a bedtime story", plan).after();
    assertThat(say("and at most 400 per month", story).intent()).isEqualTo(Intent.PLAN_RECOMMEND);
    Topic weather = say("Will it rain in Shanghai today?", plan).after();
    assertThat(say("and on Friday?", weather).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
  }

  @Test
  void theNextMessagePicksTheReadingOfADoubtfulOne() {
    Slots slots = Slots.NONE.with(Slot.FEE_TYPE, FeeType.WATER);
    Topic doubtful =
        new Topic(
            Optional.of(Intent.BILL_QUERY),
            slots,
            List.of(),
            Optional.of(Intent.BILL_QUERY),
            Optional.of(new Doubt("水费10号", List.of(Intent.BILL_QUERY, Intent.SURCHARGE_EXPLAIN))),
            Optional.empty());
    Understood second = say("第二个", doubtful);
    assertThat(second.intent()).isEqualTo(Intent.SURCHARGE_EXPLAIN);
    assertThat(second.slots().feeType()).contains(FeeType.WATER);
    assertThat(second.slots().asOf()).contains(LocalDate.of(2026, 12, 10));
    assertThat(second.after().doubt()).isEmpty();

    assertThat(say("前面那个", doubtful).intent()).isEqualTo(Intent.BILL_QUERY);
    Understood named = say("滞纳金怎么算", doubtful);
    assertThat(named.intent()).isEqualTo(Intent.SURCHARGE_EXPLAIN);
    assertThat(named.slots().asOf()).contains(LocalDate.of(2026, 12, 10));
    assertThat(say("谢谢", doubtful).intent()).isEqualTo(Intent.SMALLTALK);
  }

  /** What a button says must be understood as what the button promises. */
  @ParameterizedTest
  @EnumSource(
      names = {"OUT_OF_SCOPE", "UNSAFE"},
      mode = EnumSource.Mode.EXCLUDE)
  void theMessageOfAReadingIsUnderstoodAsThatReading(Intent intent) {
    for (Locale language : Words.languages()) {
      String message =
          Words.of(OfflineModel.class, "replies", language).say("say." + intent.wireName());
      assertThat(say(message, Topic.NONE).intent()).as(message).isEqualTo(intent);
    }
  }

  @Test
  void theMessageOfABillsButtonNamesThatBill() {
    for (Locale language : Words.languages()) {
      Words words = Words.of(OfflineModel.class, "replies", language);
      Understood pay = say(words.say("say.pay", "WA202611050000001"), Topic.NONE);
      assertThat(pay.intent()).isEqualTo(Intent.PAY_START);
      assertThat(pay.slots().billNo()).contains("WA202611050000001");
      Understood why = say(words.say("say.why", "WA202611050000001"), Topic.NONE);
      assertThat(why.intent()).isEqualTo(Intent.SURCHARGE_EXPLAIN);
      assertThat(why.slots().billNo()).contains("WA202611050000001");
      Understood parts = say(words.say("say.parts"), say("怎么付最省", Topic.NONE).after());
      assertThat(parts.intent()).isEqualTo(Intent.PLAN_RECOMMEND);
      assertThat(parts.slots().instalments()).contains(3);
    }
  }

  private static Understood say(String text, Topic before) {
    return DIALOGUE.understand(text, before, TODAY);
  }
}
