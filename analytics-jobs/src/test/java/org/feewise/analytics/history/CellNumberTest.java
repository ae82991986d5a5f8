package org.feewise.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|,|12",
        "-1.5e3|,|-1500",
        "1,234.50|,|1234.5",
        "¥ 12.5|,|12.5",
        "5%|,|5",
        "12,5|;|12.5",
        "1.234,5|;|1234.5",
        "1,234|;|1.234"
      })
  void numbersAreReadAsPeopleWriteThem(String cell, char separator, double number) {
    assertThat(CellNumber.parse(cell, separator)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nan", "NULL", "n/a", "?", "abc", "1-2", "12,5"})
  void anythingElseIsNoNumber(String cell) {
    assertThat(CellNumber.parse(cell, ',')).isNaN();
  }
}
