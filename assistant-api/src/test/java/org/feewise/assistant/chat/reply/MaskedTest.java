package org.feewise.assistant.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "110101199001011234",
        "11010119900101123x",
        "110101 19900101 1234",
        "13812345678",
        "138-1234-5678",
        "+86 138 1234 5678",
        "6222021234567890123",
        "6222 0212 3456 7890",
        "6222-0212-3456-7890-123",
        "li.lei+fees@mail.example.com"
      })
  void personalNumbersAreTakenOut(String number) {
    assertThat(Masked.text("我的" + number + "查水费")).isEqualTo("我的***查水费");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24",
        "1234567.00 元",
        "账单 WA202611050001234",
        "票据 0098123456",
        "每月最多 1200",
        "12345",
        "2026-10-01 至 2026-10-31",
        "DEMO-WATER-202610"
      })
  void datesAmountsAndNumbersOfDocumentsStay(String text) {
    assertThat(Masked.text(text)).isEqualTo(text);
  }
}
