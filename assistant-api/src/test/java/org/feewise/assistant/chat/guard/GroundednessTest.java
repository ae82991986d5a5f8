package org.feewise.assistant.chat.guard;

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
              "本人说上个月交了 60 块,2026年10月5日交的",
              "次年3月1日至6月30日办理,60 日内复议,热线 12345,单号 WA202610090000001"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共 1234.50 元,截止 2026-11-30。",
        "共 1,234.5 元,11月30日截止,共 3 笔。",
        "You owe ¥1,234.50, due November 30, 2026.",
        "Due 30 Nov, at 0.05% a day.",
        "每天加收 0.05%,也就是 0.5‰,万分之五。",
        "您 10月5日 付了 60 元。",
        "3月1日到6月30日办,From March 1 to June 30.",
        "没有需要付的。"
      })
  void whatStandsInASourceIsGrounded(String reply) {
    assertThat(GROUNDS.unsupported(reply)).isEmpty();
    assertThat(GROUNDS.unsupportedToTheDigit(reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027年3月1日开始办。",
        "6月1日截止。",
        "From April 1.",
      })
  void aDayOfAnyYearGroundsNoOther(String reply) {
    assertThat(GROUNDS.unsupported(reply)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. 60 日内申请复议,11月底前。\n2. 打 12345,单号 WA202610090000001。",
        "共 3 笔,2026 年的。",
      })
  void aNumberThatStandsInASourceIsGroundedToTheDigit(String reply) {
    assertThat(GROUNDS.unsupportedToTheDigit(reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90 日内申请复议。",
        "You have 5 bills.",
        "打 95588。",
        "单号 WA202610090000002。",
        "Call 400-123-4567."
      })
  void anyOtherNumberIsNotGroundedToTheDigit(String reply) {
    assertThat(GROUNDS.unsupported(reply)).isEmpty();
    assertThat(GROUNDS.unsupportedToTheDigit(reply)).hasSize(1);
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
