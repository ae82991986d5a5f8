package org.feewise.assistant.chat.veil;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hangs before a language model for one turn: what is personal of the citizen goes out masked, and
 * numbers of the citizen's bills as stand-ins that are turned back in what comes in.
 */
public final class Veil {
  private static final String STAND_IN = "BILL-";
  private static final Pattern STOOD_IN =
      Pattern.compile("(?i)(?<![A-Za-z0-9])BILL[- _]?(\\d{1,5})(?![A-Za-z0-9])");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+(?:[._/-]+[A-Za-z0-9]+)*");
  private static final int SHORTEST = 2;
  private static final int FEWEST_DIGITS = 6;

  private final List<Pattern> personal;
  private final Map<String, String> billNos = new LinkedHashMap<>();
  private final List<String> oddBillNos;
  private final Map<String, String> standIns = new ConcurrentHashMap<>();
  private final Map<String, String> realOnes = new ConcurrentHashMap<>();

  public Veil(OnFile file) {
    personal =
        file.personal().stream()
            .flatMap(value -> Stream.concat(Stream.of(value), digitsOf(value).stream()))
            .map(value -> PersonalWords.narrow(value).strip())
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Veil::literally)
            .toList();
    file.billNos().forEach(billNo -> billNos.put(billNo.toUpperCase(Locale.ROOT), billNo));
    oddBillNos = file.billNos().stream().filter(billNo -> !CODE.matcher(billNo).matches()).toList();
  }

  /** Of an id such as C0000003 the digits tell as much. */
  private static Optional<String> digitsOf(String value) {
    String digits = value.replaceAll("^[A-Za-z]+-?", "");
    return digits.length() >= FEWEST_DIGITS && digits.chars().allMatch(Character::isDigit)
        ? Optional.of(digits)
        : Optional.empty();
  }

  private static Pattern literally(String value) {
    String gaps =
        value
            .strip()
            .codePoints()
            .filter(c -> !Character.isWhitespace(c))
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining("[\\s·-]*"));
    return Pattern.compile(gaps, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text as the model may see it. */
  public String over(String text) {
    String veiled = PersonalWords.narrow(text);
    for (String odd : oddBillNos) {
      veiled = veiled.replace(odd, standIn(odd));
    }
    veiled = CODE.matcher(veiled).replaceAll(code -> Matcher.quoteReplacement(billOr(code)));
    for (Pattern value : personal) {
      veiled = value.matcher(veiled).replaceAll(PersonalWords.MASK);
    }
    return PersonalWords.maskedToTheDigitIn(veiled);
  }

  private String billOr(MatchResult code) {
    String billNo = billNos.get(code.group().toUpperCase(Locale.ROOT));
    return billNo == null ? code.group() : standIn(billNo);
  }

  private String standIn(String billNo) {
    return standIns.computeIfAbsent(
        billNo,
        real -> {
          String standIn = STAND_IN + (realOnes.size() + 1);
          realOnes.put(standIn, real);
          return standIn;
        });
  }

  /** The text of the model with the citizen's own bill numbers again. */
  public String lifted(String text) {
    return STOOD_IN
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    realOnes.getOrDefault(
                        STAND_IN + Integer.parseInt(found.group(1)), found.group())));
  }
}
