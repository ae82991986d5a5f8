package org.feewise.models.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @Property
  void textReadsBackEqual(@ForAll long fen) {
    assertThat(Money.parse(Money.ofFen(fen).toString())).isEqualTo(Money.ofFen(fen));
  }

  @ParameterizedTest
  @CsvSource({"8.644, 8.64", "8.645, 8.65", "-8.645, -8.65", "0.004, 0.00"})
  void roundsHalfUpToTheFen(String yuan, String rounded) {
    assertThat(Money.roundHalfUp(new BigDecimal(yuan))).hasToString(rounded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.005", "abc", "", "1e99"})
  void whatIsNotAnAmountOfFenIsRefusedWithTheText(String text) {
    assertThatThrownBy(() -> Money.parse(text)).hasMessageContaining('"' + text + '"');
  }

  @Test
  void anOverflowIsAnErrorNotAWrap() {
    assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
