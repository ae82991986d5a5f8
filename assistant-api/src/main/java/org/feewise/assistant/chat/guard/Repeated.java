package org.feewise.assistant.chat.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feewise.assistant.chat.tools.Toolbox;

/** Finds the words of the instructions and of the tools' descriptions in a reply. */
final class Repeated {
  private static final int HAN = 11;
  private static final int LATIN = 30;

  /** Our own hotlines stand in the instructions to be repeated. */
  private static final String HOTLINE = "12345";

  private static final Pattern ENDLESS =
      Pattern.compile("((?=[^\\p{L}]*\\p{L}).{2,60}?)\\1{4,}", Pattern.DOTALL);

  private Repeated() {}

  /** Whether the same words follow one another again and again. */
  static boolean isEndless(String text) {
    return ENDLESS.matcher(text).find();
  }

  static boolean isAnyIn(String text, String instructions) {
    Set<String> pieces = new HashSet<>();
    Stream.concat(
            Stream.of(instructions.split("[。.;；]")).filter(s -> !s.contains(HOTLINE)),
            Toolbox.descriptions().stream())
        .map(Repeated::letters)
        .forEach(source -> pieces.addAll(pieces(source)));
    return pieces(letters(text)).stream().anyMatch(pieces::contains);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static List<String> pieces(String letters) {
    return Stream.iterate(0, at -> at < letters.length(), at -> at + 1)
        .map(at -> piece(letters, at))
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  private static String piece(String letters, int at) {
    int length =
        Character.UnicodeScript.of(letters.charAt(at)) == Character.UnicodeScript.HAN ? HAN : LATIN;
    return at + length <= letters.length() ? letters.substring(at, at + length) : "";
  }
}
