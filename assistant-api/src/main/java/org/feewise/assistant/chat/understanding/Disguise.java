package org.feewise.assistant.chat.understanding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what hides words from a reader of words: letters spelt apart, digits for letters, and
 * texts encoded as Base64, hexadecimal, bits, escapes, ROT13 or backwards.
 */
public final class Disguise {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{12,}={0,2}");
  private static final Pattern HEX = Pattern.compile("\\b(?:[0-9a-fA-F]{2}[ :]?){8,}");
  private static final Pattern BITS = Pattern.compile("\\b[01]{8}(?: ?[01]{8}){3,}\\b");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2}){3,}");
  private static final Pattern ESCAPES = Pattern.compile("(?:\\\\u[0-9a-fA-F]{4}){2,}");
  private static final Pattern ENTITIES = Pattern.compile("(?:&#(?:x[0-9a-fA-F]+|\\d+);){2,}");

  /** Single letters, one mark or space after each; two spaces are between words. */
  private static final Pattern APART =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\p{IsLatin}(?:[ ._-]| {2,}(?=\\p{IsLatin}[ ._-]))){5,}\\p{IsLatin}(?!\\p{L})");

  private static final Pattern GAP = Pattern.compile(" {2,}");

  /** A word with digits inside, such as "p41d"; neither "3rd" nor a number of a bill. */
  private static final Pattern DIGITS_FOR_LETTERS =
      Pattern.compile(
          "(?<![\\w-])(?!\\d+(?:st|nd|rd|th)\\b|[a-z]+\\d+\\b(?!3))(?=[a-z0-9@$!]*[a-z])(?=[a-z0-9@$!]*[013457@$])(?![a-z0-9]*\\d{3})[a-z0-9@$!]{2,}",
          Pattern.CASE_INSENSITIVE);

  private static final int LEAST_WORDS = 2;
  private static final String DIGITS = "013457@$!";
  private static final String LETTERS = "oieastasi";
  private static final Pattern TURNED =
      Pattern.compile("backwards?|revers|倒着|反着|反过来|倒过来", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROTATED =
      Pattern.compile("rot ?-?13|caesar|凯撒", Pattern.CASE_INSENSITIVE);

  private Disguise() {}

  /** The message as it reads without its disguise; empty when it has none. */
  public static Optional<String> undone(String message) {
    String text = Normalizer.normalize(message, Normalizer.Form.NFKC);
    String open = text;
    open = replaced(BASE64, open, Disguise::base64);
    open = replaced(HEX, open, Disguise::hex);
    open = replaced(BITS, open, Disguise::bits);
    open = replaced(PERCENT, open, token -> utf8(HexFormat.of().parseHex(token.replace("%", ""))));
    open = replaced(ESCAPES, open, token -> Optional.of(characters(token, "\\\\u", 16)));
    open = replaced(ENTITIES, open, token -> Optional.of(entities(token)));
    open = replaced(APART, open, token -> Optional.of(joined(token)));
    if (DIGITS_FOR_LETTERS.matcher(open).results().count() >= LEAST_WORDS) {
      open = replaced(DIGITS_FOR_LETTERS, open, token -> Optional.of(letters(token)));
    }
    if (ROTATED.matcher(text).find()) {
      open = rotated(open);
    }
    if (TURNED.matcher(text).find()) {
      open = new StringBuilder(open).reverse().toString();
    }
    return open.equals(text) ? Optional.empty() : Optional.of(open.replaceAll(" +", " ").strip());
  }

  private static String replaced(
      Pattern pattern, String text, Function<String, Optional<String>> meaning) {
    return pattern
        .matcher(text)
        .replaceAll(
            (MatchResult found) ->
                Matcher.quoteReplacement(
                    meaning
                        .apply(found.group())
                        .map(open -> " " + open + " ")
                        .orElse(found.group())));
  }

  private static Optional<String> base64(String token) {
    try {
      return utf8(Base64.getDecoder().decode(token.replace("=", "")));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> hex(String token) {
    return utf8(HexFormat.of().parseHex(token.replaceAll("[ :]", "")));
  }

  private static Optional<String> bits(String token) {
    String digits = token.replace(" ", "");
    byte[] bytes = new byte[digits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(8 * i, 8 * i + 8), 2);
    }
    return utf8(bytes);
  }

  /** The bytes as words; empty when they are none. */
  private static Optional<String> utf8(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text).filter(Disguise::isReadable);
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static boolean isReadable(String text) {
    long words = text.codePoints().filter(c -> Character.isLetter(c) || c == ' ').count();
    return text.codePoints().noneMatch(Character::isISOControl) && 5 * words >= 4L * text.length();
  }

  private static String characters(String token, String mark, int radix) {
    StringBuilder text = new StringBuilder();
    for (String code : token.split(mark)) {
      if (!code.isEmpty()) {
        text.append((char) Integer.parseInt(code, radix));
      }
    }
    return text.toString();
  }

  private static String entities(String token) {
    StringBuilder text = new StringBuilder();
    for (String entity : token.split("(?<=;)")) {
      String code = entity.substring(2, entity.length() - 1).toLowerCase(Locale.ROOT);
      int point =
          code.startsWith("x") ? Integer.parseInt(code.substring(1), 16) : Integer.parseInt(code);
      if (Character.isValidCodePoint(point)) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  private static String joined(String token) {
    StringBuilder text = new StringBuilder();
    for (String word : GAP.split(token)) {
      text.append(text.isEmpty() ? "" : " ").append(word.replaceAll("[ ._-]", ""));
    }
    return text.toString();
  }

  private static String letters(String token) {
    StringBuilder text = new StringBuilder();
    for (char c : token.toCharArray()) {
      int at = DIGITS.indexOf(c);
      text.append(at < 0 ? c : LETTERS.charAt(at));
    }
    return text.toString();
  }

  private static String rotated(String text) {
    StringBuilder turned = new StringBuilder();
    for (char c : text.toCharArray()) {
      char first = Character.isUpperCase(c) ? 'A' : 'a';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      turned.append(letter ? (char) (first + (c - first + 13) % 26) : c);
    }
    return turned.toString();
  }
}
