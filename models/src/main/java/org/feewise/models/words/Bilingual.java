package org.feewise.models.words;

import java.util.Locale;
import java.util.Objects;

/** A name or phrase that is configuration rather than program text, in both languages. */
public record Bilingual(String zh, String en) {
  public Bilingual {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  public String in(Locale locale) {
    return Words.supported(locale).equals(Words.ENGLISH) ? en : zh;
  }
}
