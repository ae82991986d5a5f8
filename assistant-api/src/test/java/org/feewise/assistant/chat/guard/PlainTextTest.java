package org.feewise.assistant.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<think>secret</think>您欠 5.00 元|您欠 5.00 元",
        "secret</think>您欠 5.00 元|您欠 5.00 元",
        "**您欠** _5.00_ 元|您欠 5.00 元",
        "1**2**3 元|123 元",
        "### 待缴|待缴",
        "- 水费|· 水费"
      })
  void whatModelsWriteIsWrittenOut(String said, String shown) {
    PlainText plain = PlainText.of(said);
    assertThat(plain.breach()).isEmpty();
    assertThat(plain.text()).isEqualTo(shown);
  }

  @Test
  void aTableBecomesLines() {
    assertThat(PlainText.of("| 账单 | 金额 |\n|---|---|\n| 水费 | 49.14 |").text())
        .isEqualTo("账单: 金额\n水费: 49.14");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>x</b>", "<script>", "![x](y)", "&#60;b", "[x](javascript:y)"})
  void markupOfPagesIsHeldBack(String said) {
    assertThat(PlainText.of(said).breach()).contains(Reason.MARKUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<think>5 元", "<|im_start|>", "[INST] x", "<tool_call>", "<data>"})
  void machineryIsHeldBack(String said) {
    assertThat(PlainText.of(said).breach()).contains(Reason.LEAK);
  }

  @Test
  void whatNobodyReadsIsHeldBack() {
    assertThat(PlainText.of("水".repeat(4_000)).breach()).contains(Reason.LENGTH);
  }
}
