package org.feewise.assistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalCipherTest {
  private final PersonalCipher cipher = PersonalCipher.of(PersonalCipher.newKeyset());

  @Test
  void readsBackWhatItStored() {
    byte[] stored = cipher.encrypt("王小明", "C1");
    assertThat(cipher.decrypt(stored, "C1")).isEqualTo("王小明");
  }

  @Test
  void storesNothingReadableAndNeverTheSameTwice() {
    byte[] stored = cipher.encrypt("13800138000", "C1");
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("138");
    assertThat(stored).isNotEqualTo(cipher.encrypt("13800138000", "C1"));
  }

  @Test
  void refusesAValueCopiedFromAnotherCitizen() {
    byte[] stored = cipher.encrypt("王小明", "C1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cipher.decrypt(stored, "C2"))
        .withMessageContaining("C2");
  }

  @Test
  void refusesAnAlteredValue() {
    byte[] stored = cipher.encrypt("王小明", "C1");
    stored[stored.length - 1] ^= 1;
    assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(stored, "C1"));
  }

  @Test
  void keepsNullNull() {
    assertThat(cipher.encrypt(null, "C1")).isNull();
    assertThat(cipher.decrypt(null, "C1")).isNull();
  }

  @Test
  void refusesAKeyThatIsNoKeyset() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PersonalCipher.of("secret"))
        .withMessageContaining("keyset");
  }

  @ParameterizedTest
  @CsvSource({"13800138000, ***00", "a@b.cn, ***cn", "王小明, ***", "12345, ***"})
  void masksAllButTheEnd(String value, String masked) {
    assertThat(PersonalCipher.mask(value)).isEqualTo(masked);
  }
}
