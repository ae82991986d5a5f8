package org.feewise.assistant.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "一百二十元|120元",
        "两千元|2000元",
        "壹佰贰拾元整|120元整",
        "一千零六十九元一角四分|1069.14元",
        "三百五十块|350块",
        "12 万|120000",
        "1.2k|1200",
        "0.5 million|500000",
        "百分之三|3%",
        "千分之零点五|0.05%",
        "万分之五|0.05%",
        "三分之一|1/3",
        "加三成|加30%",
        "５０ 元|50 元",
        "٥٠ 元|50 元",
        "5​0​0 元|500 元",
        "1 2 3 元|123 元",
        "二〇三一年一月十七日|2031年1月17日",
        "fifty yuan|50 yuan",
        "Ninety-four yuan|94 yuan",
        "two thousand and five yuan|2005 yuan",
        "one percent|1 percent",
        "three per cent|3 percent",
        "January the fifth|jan 5",
        "the twenty-first of March|mar 21"
      })
  void aNumberIsReadHoweverItIsWritten(String written, String plain) {
    assertThat(PlainNumbers.of(written).strip()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"您有一笔账单", "一共", "一次付清", "万一", "千万别忘", "one bill", "统一办理", "百姓"})
  void wordsThatCountNothingStay(String text) {
    assertThat(PlainNumbers.of(text)).isEqualTo(text);
  }
}
