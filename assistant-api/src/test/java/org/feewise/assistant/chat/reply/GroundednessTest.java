package org.feewise.assistant.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundednessTest {
  private static final Groundedness GROUNDS =
      new Groundedness(
          List.of(
              "{\"total\":\"1234.50\",\"dueOn\":\"2026-11-30\",\"dailyRate\":\"0.05%\",\"count\":3}",
              "本人说上个月交了 60 块,2026年10月5日交的"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共 1234.50 元,截止 2026-11-30。",
        "共 1,234.5 元,11月30日截止,共 3 笔。",
        "You owe ¥1,234.50, due November 30, 2026.",
        "Due 30 Nov, at 0.05% a day.",
        "每天加收 0.05%,也就是 0.5‰,万分之五。",
        "您 10月5日 付了 60 元。",
        "没有需要付的。"
      })
  void whatStandsInASourceIsGrounded(String reply) {
    assertThat(GROUNDS.unsupported(reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共 1243.50 元。",
        "共 1234.05 元。",
        "You owe 12 yuan.",
        "截止 2026-12-01。",
        "截止 12月1日。",
        "Due December 1.",
        "Due 2026-11-31.",
        "每天加收 5%。",
        "每天加收 3 ‰。",
        "每天加收百分之三。",
        "共 3 元。",
        "共 30 元。",
        "手续费 0.60"
      })
  void anyOtherAmountDayOrRateIsNot(String reply) {
    assertThat(GROUNDS.unsupported(reply)).hasSize(1);
  }

  @Test
  void everythingInventedIsNamed() {
    assertThat(GROUNDS.unsupported("付 5.00 元或 6.00 元,最晚 2027-01-01,费率 9%。"))
        .containsExactlyInAnyOrder("5.00 元", "6.00 元", "2027-01-01", "9%");
  }
}
