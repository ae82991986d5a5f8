package org.feewise.assistant.chat.dialogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two halves of a message whose words say that a second wish follows: "...,顺便...", "... and
 * also ...".
 */
record TwoWishes(String first, String second) {
  private static final Pattern BETWEEN =
      Pattern.compile(
          "[,，。;；!！ ]*(?:顺便|顺带|另外|还有就是|然后再|再帮我|同时|完了再|接着)[,，]?(?:也|再|把|帮我)?"
              + "|[,;. ]+(?:and also|and then|and by the way|by the way|also|plus|then) ",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 4;

  /** Nothing where no such words part the message in two. */
  static Optional<TwoWishes> in(String text) {
    Matcher between = BETWEEN.matcher(text);
    while (between.find()) {
      String first = text.substring(0, between.start()).strip();
      String second = text.substring(between.end()).strip();
      if (first.length() >= SHORTEST && second.length() >= SHORTEST) {
        return Optional.of(new TwoWishes(first, second));
      }
    }
    return Optional.empty();
  }
}
