package org.feewise.assistant.chat.veil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VeilTest {
  private static final Veil VEIL =
      new Veil(
          new OnFile(
              List.of("C0000003", "欧阳晓峰", "Li Lei", "幸福路12号3单元501室", "13812345678", "a.b@mail.cn"),
              List.of("WA202610050000003", "C0000003-TAX-2026", "停 7")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我是欧阳晓峰，查水费|欧阳晓峰",
        "我住幸福路12号 3单元 501室|501",
        "我住幸福路１２号３单元５０１室|单元",
        "Hello, LI LEI here|LEI",
        "编号c0000003的账单|0000003",
        "我的编号是 0000003|0000003",
        "电话 138 1234 5678|5678",
        "电话１３８１２３４５６７８|5678",
        "邮箱 A.B@mail.cn|mail",
        "我叫李雷，查水费|李雷",
        "我叫王小明的水费|小明",
        "我妈王桂芳的水费|桂芳",
        "我妈妈叫王桂芳，她的电费|桂芳",
        "请问陈志强先生的账单|志强",
        "my name is John Smith and I owe|Smith",
        "My wife Anna Jones pays|Jones",
        "车牌京A12345的罚款|A12345",
        "粤B·D12345 违章|12345",
        "护照E12345678|12345678",
        "passport EA1234567|1234567",
        "身份证 1 1 0 1 0 1 1 9 9 0 0 1 0 1 1 2 3 X|0 1 1",
        "号码 110101-19900101-123X|123X",
        "我的号码一三八一二三四五六七八|五六七八",
        "my number is one three eight one two three four|three four",
        "卡号 6222021234567890123|7890123"
      })
  void whatIsPersonalNeverLeaves(String text, String secret) {
    assertThat(VEIL.over(text)).doesNotContain(secret).contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我想查水费，截止 2026-12-17",
        "2026-10-01 2026-10-31 之间",
        "每月最多 1200.50 元，分三期",
        "我是想问社保怎么缴",
        "政务 12345，税务 12366，社保 12333",
        "滞纳金按万分之五，一共一千二百元",
        "I am late with my tax, 1,234.50 CNY"
      })
  void whatAModelNeedsStays(String text) {
    assertThat(VEIL.over(text)).isEqualTo(text);
  }

  @Test
  void numbersOfOwnBillsGoOutAsStandInsAndComeBack() {
    Veil veil = new Veil(new OnFile(List.of("C0000003"), List.of("WA202610050000003", "停 7")));
    String over = veil.over("单号wa202610050000003、停 7 和WA202610050000004");
    assertThat(over).contains("BILL-1", "BILL-2").doesNotContain("0000003", "停 7", "0000004");
    assertThat(veil.lifted("bill-2 与 BILL-1，还有 BILL-3"))
        .isEqualTo("WA202610050000003 与 停 7，还有 BILL-3");
  }

  @Test
  void aBillThatIsNamedTwiceHasOneStandIn() {
    Veil veil = new Veil(new OnFile(List.of(), List.of("A-1001", "A-1002")));
    assertThat(veil.over("A-1002 A-1001 A-1002")).isEqualTo("BILL-1 BILL-2 BILL-1");
  }
}
