package org.feewise.assistant.chat.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings a message into one form: half width, simplified characters, usual spellings of fee words,
 * no invisible characters, no space between Chinese characters.
 */
public final class NormalText {
  private static final Map<Integer, Integer> SIMPLIFIED = simplified();
  private static final Map<String, String> SPELLINGS = spellings();
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** "两万三 两周后" are two numbers, which the space alone keeps apart. */
  private static final Pattern SPACE_BETWEEN_NUMERALS =
      Pattern.compile("(?<=[零一二两三四五六七八九十百千万]) (?=[零一二两三四五六七八九十])");

  private static final Pattern SPACE_BESIDE_HAN =
      Pattern.compile("(?<=\\p{IsHan}) (?=[\\p{IsHan}\\d])|(?<=\\d) (?=\\p{IsHan})");

  /** "一月一千二" is what a month may cost, not January. */
  private static final Pattern A_MONTH =
      Pattern.compile("(?<![年十\\d])一月(?=[一二三四五六七八九两]+[百千万]|\\d{3,}(?![\\d年-]))");

  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String PLAIN = "一二三四五六七八九十百千";

  /** Numerals as they stand on receipts, beside a unit: 壹仟贰佰元. */
  private static final Pattern FORMAL_NUMBER =
      Pattern.compile("[壹贰叁肆伍陆柒捌玖]?[拾佰仟元圆万][壹贰叁肆伍陆柒捌玖拾佰仟零万]*|[壹贰叁肆伍陆柒捌玖](?=[角分])");

  private NormalText() {}

  public static String of(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    normal = INVISIBLE.matcher(normal).replaceAll("").replace('’', '\'').replace('‘', '\'');
    normal =
        normal
            .codePoints()
            .map(c -> SIMPLIFIED.getOrDefault(c, c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    normal = SPACES.matcher(normal).replaceAll(" ").strip();
    normal = SPACE_BETWEEN_NUMERALS.matcher(normal).replaceAll(",");
    normal = SPACE_BESIDE_HAN.matcher(normal).replaceAll("");
    if (isChinese(normal)) {
      for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
        normal = normal.replace(spelling.getKey(), spelling.getValue());
      }
      normal = A_MONTH.matcher(normal).replaceAll("一个月");
      normal = FORMAL_NUMBER.matcher(normal).replaceAll(number -> plain(number.group()));
    }
    return normal;
  }

  private static String plain(String number) {
    return number
        .chars()
        .map(c -> FORMAL.indexOf(c) < 0 ? c : PLAIN.charAt(FORMAL.indexOf(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether a text has any Chinese character, and so is read by the Chinese grammar. */
  public static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static Map<Integer, Integer> simplified() {
    Map<Integer, Integer> simplified = new HashMap<>();
    for (String pair : lines("traditional.txt").split("\\s+")) {
      if (!pair.isEmpty()) {
        simplified.put(pair.codePointAt(0), pair.codePointAt(pair.offsetByCodePoints(0, 1)));
      }
    }
    return Map.copyOf(simplified);
  }

  private static Map<String, String> spellings() {
    Map<String, String> spellings = new LinkedHashMap<>();
    for (String pair : lines("spellings.txt").split("\\s+")) {
      if (!pair.isEmpty()) {
        spellings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return spellings;
  }

  private static String lines(String file) {
    try (InputStream stream = NormalText.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return String.join(" ", reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("characters in " + file + " cannot be read", e);
    }
  }
}
