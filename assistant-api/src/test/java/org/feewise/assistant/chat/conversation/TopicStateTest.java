package org.feewise.assistant.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Doubt;
import org.feewise.assistant.chat.dialogue.Told;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;
import org.junit.jupiter.api.Test;

class TopicStateTest {
  @Test
  void everyDetailIsReadAsItWasWritten() {
    Slots slots =
        Slots.NONE
            .with(Slot.FEE_TYPE, FeeType.WATER)
            .with(Slot.PERIOD, new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))
            .with(Slot.AS_OF, LocalDate.of(2026, 12, 10))
            .with(Slot.AMOUNT, Money.parse("120.50"))
            .with(Slot.MONTHLY_BUDGET, Money.parse("800.00"))
            .with(Slot.INSTALMENTS, 3)
            .with(Slot.DAYS_BEFORE, 2)
            .with(Slot.METHOD, PaymentMethod.WECHAT_PAY)
            .with(Slot.CHANNEL, ReminderChannel.SMS)
            .with(Slot.STATUS, BillStatus.OVERDUE)
            .with(Slot.RECEIPT_NO, "R-1")
            .with(Slot.BILL_NO, "WA202611050000001");
    assertThat(slots.names()).containsExactly(Slot.values());
    Topic topic =
        new Topic(
            Optional.of(Intent.BILL_QUERY),
            slots,
            List.of(FeeType.WATER, FeeType.GAS),
            Optional.of(Intent.SMALLTALK),
            Optional.of(new Doubt("水费那个", List.of(Intent.BILL_QUERY, Intent.PAYMENT_HISTORY))),
            Optional.of(new Told(Intent.PLAN_RECOMMEND, Money.parse("98.17"))));

    assertThat(TopicState.read(TopicState.write(topic))).isEqualTo(topic);
  }

  @Test
  void nothingSaidYetStaysNothing() {
    assertThat(TopicState.read(TopicState.write(Topic.NONE))).isEqualTo(Topic.NONE);
  }

  @Test
  void whatIsNoTopicIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TopicState.read("{"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicState.read("{\"slots\":{\"feeType\":\"CAKE\"}}"));
  }
}
