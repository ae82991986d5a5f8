package org.feewise.assistant.chat.guard;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says again before each line of a list what its heading says of all of them. */
final class Headings {
  private static final Pattern ANNOUNCES =
      Pattern.compile(".*:\\s*|(?:\\d{1,2}[.、)）] ?)?[^\\d,.。，;；!?！？:·¤]{1,16}");
  private static final Pattern LINE_OF_LIST =
      Pattern.compile("\\s*(?:·|\\d{1,2}[.)、]|¤|[–—-]|\\S{1,24}: ).*");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern ORDINAL = Pattern.compile("^\\s*\\d{1,2}[.)、]\\s*");
  private static final Pattern BULLET = Pattern.compile("\\s*(?:·|\\d{1,2}[.)、]|[–—-]).*");
  private static final int SHORT = 24;

  private Headings() {}

  /** With every heading that announces lines and has no amount itself. */
  static String carried(String text) {
    return carried(text, line -> ANNOUNCES.matcher(line).matches() && Amount.in(line).isEmpty());
  }

  /** With the headings that are only the name of a bill or a fee. */
  static String carriedNames(String text, Facts facts) {
    return carried(
        text,
        line ->
            line.length() <= SHORT
                && !DIGIT.matcher(Subject.withoutBillNos(line)).find()
                && !Subject.in(line, facts).isNone());
  }

  private static String carried(String text, Predicate<String> isHeading) {
    StringBuilder carried = new StringBuilder();
    String heading = "";
    boolean begun = false;
    boolean ended = false;
    for (String line : text.lines().toList()) {
      if (ended && !line.isBlank() && !BULLET.matcher(line).matches()) {
        heading = "";
        begun = false;
      }
      ended = ended && line.isBlank();
      if (isHeading.test(line)) {
        carried.append(begun ? "" : heading).append('\n');
        begun = false;
        heading = line.strip();
      } else if (!heading.isEmpty() && LINE_OF_LIST.matcher(line).matches()) {
        carried.append(heading).append(' ').append(ORDINAL.matcher(line).replaceFirst(""));
        carried.append('\n');
        begun = true;
      } else if (line.isBlank()) {
        ended = begun;
        carried.append('\n');
      } else {
        carried.append(begun ? "" : heading).append('\n').append(line).append('\n');
        begun = false;
        heading = "";
      }
    }
    return carried.append(begun ? "" : heading).toString();
  }
}
