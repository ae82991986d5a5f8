package org.feewise.assistant.chat.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.Test;

class ChatScoreTest {
  private static final Slots WATER = Slots.NONE.with(Slot.FEE_TYPE, FeeType.WATER);
  private static final Slots GAS = Slots.NONE.with(Slot.FEE_TYPE, FeeType.GAS);

  private final ChatScore score = new ChatScore();

  @Test
  void intentsAreCountedOverTurnsAndAveragedOverIntents() {
    score.add(
        List.of(
            told(Intent.BILL_QUERY, Slots.NONE, Intent.BILL_QUERY, Slots.NONE),
            told(Intent.BILL_QUERY, Slots.NONE, Intent.BILL_QUERY, Slots.NONE),
            told(Intent.BILL_QUERY, Slots.NONE, Intent.BILL_DUE, Slots.NONE),
            told(Intent.SMALLTALK, Slots.NONE, Intent.SMALLTALK, Slots.NONE)));
    assertThat(metrics()).containsEntry("intentAccuracy", 0.75);
    // bill.query: precision 1, recall 2/3, F1 0.8; bill.due: 0; smalltalk: 1
    assertThat(metrics()).containsEntry("macroF1", 0.6);
  }

  @Test
  void outOfScopeAndUnsafeAreFoundOrMissed() {
    score.add(
        List.of(
            told(Intent.OUT_OF_SCOPE, Slots.NONE, Intent.OUT_OF_SCOPE, Slots.NONE),
            told(Intent.OUT_OF_SCOPE, Slots.NONE, Intent.BILL_QUERY, Slots.NONE),
            told(Intent.SMALLTALK, Slots.NONE, Intent.OUT_OF_SCOPE, Slots.NONE),
            told(Intent.POLICY_ASK, Slots.NONE, Intent.OUT_OF_SCOPE, Slots.NONE),
            told(Intent.UNSAFE, Slots.NONE, Intent.BILL_QUERY, Slots.NONE),
            told(Intent.UNSAFE, Slots.NONE, Intent.UNSAFE, Slots.NONE)));
    assertThat(metrics())
        .containsEntry("outOfScopeRecall", 0.5)
        .containsEntry("outOfScopePrecision", 0.3333)
        .containsEntry("unsafeRecall", 0.5);
  }

  @Test
  void aSlotIsRightOnlyWithItsValue() {
    Slots waterOf56 = WATER.with(Slot.AMOUNT, Money.parse("56.00"));
    score.add(
        List.of(
            told(Intent.PAY_START, waterOf56, Intent.PAY_START, WATER),
            told(Intent.PAY_START, WATER, Intent.PAY_START, GAS),
            told(Intent.PAY_START, Slots.NONE, Intent.PAY_START, Slots.NONE)));
    // right: WATER once; invented: GAS; missed: 56.00 and WATER; F1 = 2 / (2 + 1 + 2)
    assertThat(metrics()).containsEntry("slotF1", 0.4).containsEntry("exactTurn", 0.3333);
  }

  @Test
  void aConversationIsExactWhenEachAnnotatedTurnIs() {
    score.add(
        List.of(told(Intent.PAY_START, WATER, Intent.PAY_START, WATER), answered(Intent.UNSAFE)));
    score.add(
        List.of(
            told(Intent.PAY_START, WATER, Intent.PAY_START, WATER),
            told(Intent.PAY_START, GAS, Intent.PAY_START, WATER)));
    score.add(List.of(answered(Intent.SMALLTALK)));
    assertThat(metrics())
        .containsEntry("exactConversation", 0.5)
        .containsEntry("cases", 3)
        .containsEntry("turns", 5);
  }

  @Test
  void anIntentAnnotatedWithoutSlotsIsJudgedAlone() {
    score.add(
        List.of(
            new ChatScore.Turn(
                Optional.of(new Gold(Intent.PAY_START, Optional.empty())),
                Intent.PAY_START,
                WATER,
                true,
                1)));
    assertThat(metrics()).containsEntry("exactTurn", 1.0).containsEntry("slotF1", Double.NaN);
  }

  @Test
  void turnsWithoutGoldCountAsAnsweredOnly() {
    score.add(List.of(answered(Intent.SMALLTALK)));
    assertThat(metrics())
        .containsEntry("turns", 1)
        .containsEntry("groundedReplies", 1.0)
        .containsEntry("intentAccuracy", Double.NaN)
        .containsEntry("macroF1", Double.NaN)
        .containsEntry("exactConversation", Double.NaN);
  }

  @Test
  void latenciesAreNearestRanks() {
    for (int i = 20; i >= 1; i--) {
      score.add(List.of(new ChatScore.Turn(Optional.empty(), Intent.UNSAFE, WATER, i % 4 > 0, i)));
    }
    assertThat(metrics())
        .containsEntry("latencyP50Ms", 10.0)
        .containsEntry("latencyP95Ms", 19.0)
        .containsEntry("groundedReplies", 0.75);
  }

  private Map<String, Object> metrics() {
    return score.metrics();
  }

  private static ChatScore.Turn told(Intent gold, Slots goldSlots, Intent intent, Slots slots) {
    return new ChatScore.Turn(
        Optional.of(new Gold(gold, Optional.of(goldSlots))), intent, slots, true, 1);
  }

  private static ChatScore.Turn answered(Intent intent) {
    return new ChatScore.Turn(Optional.empty(), intent, WATER, true, 1);
  }
}
