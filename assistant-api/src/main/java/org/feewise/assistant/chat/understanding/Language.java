package org.feewise.assistant.chat.understanding;

import java.util.Locale;
import org.feewise.models.words.Words;

/** A language messages are understood in, each with an embedding of its own. */
public enum Language {
  CHINESE("zh", "bge-small-zh-v1.5-q"),
  ENGLISH("en", "bge-small-en-v1.5-q");

  private final String code;
  private final String embedding;

  Language(String code, String embedding) {
    this.code = code;
    this.embedding = embedding;
  }

  /** The language a text is read in: Chinese as soon as it has one Chinese character. */
  public static Language of(String text) {
    return NormalText.isChinese(text) ? CHINESE : ENGLISH;
  }

  public Locale locale() {
    return this == CHINESE ? Words.CHINESE : Words.ENGLISH;
  }

  String code() {
    return code;
  }

  String embedding() {
    return embedding;
  }
}
