package org.feewise.assistant.chat.conversation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.feewise.models.words.Words;

/** Questions that a citizen may begin with. */
public final class Suggestions {
  private static final int COUNT = 5;

  private Suggestions() {}

  public static List<String> in(Locale language) {
    Words words = Words.of(Suggestions.class, "page", language);
    return IntStream.rangeClosed(1, COUNT)
        .mapToObj(number -> words.sayKey("suggestion", number))
        .toList();
  }
}
