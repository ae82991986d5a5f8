package org.feewise.assistant.chat.guard;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Holds how many bills a reply speaks of against how many there are. */
final class Counts {
  /** How many bills are open, or late. */
  private static final Pattern OF_OPEN =
      Pattern.compile(
          "(?<number>\\d{1,6}) ?(?:[笔张项条个]|\\b)(?: |的|还)*(?:(?<late>逾期|过期|超期|overdue|late|past due)|未缴|待缴|未付|没缴|欠|unpaid|open|outstanding)");

  private static final Pattern OF_BILLS =
      Pattern.compile("(?<number>\\d{1,6}) ?(?:[笔张项]|(?:\\w+ )?(?:bills?|items?)\\b)");
  private static final Pattern OF_PAYMENTS =
      Pattern.compile(
          "(\\d+|一|\\bone|\\ba single) ?(?:笔|次|项|条|个|张|(?:\\w+ )?(?:payments?|bills?)\\b)");

  /** Where tools tell as many there may be more. */
  private static final int MOST_LINES = 8;

  private final OnFile file;

  Counts(OnFile file) {
    this.file = file;
  }

  /** Whether more bills are said to be open, or late, than are. */
  boolean areTooMany(String text) {
    return OF_OPEN
        .matcher(text)
        .results()
        .anyMatch(
            said ->
                isMore(
                    said, bill -> said.group("late") == null ? !bill.isPaid() : bill.isOverdue()));
  }

  /** Whether a text speaks of more bills than are open. */
  boolean areOfMoreThanOpen(String text) {
    return OF_BILLS.matcher(text).results().anyMatch(said -> isMore(said, bill -> !bill.isPaid()));
  }

  /** Whether no more is told than how many were paid. */
  boolean areOfPaid(Clause clause) {
    String text = clause.text();
    if (clause.names() && file.bills(clause.subject()).noneMatch(Facts.Bill::isPaid)) {
      return false;
    }
    List<String> counts = OF_PAYMENTS.matcher(text).results().map(count -> count.group(1)).toList();
    long paid = count(Facts.Bill::isPaid);
    return Amount.in(text).isEmpty()
        && !counts.isEmpty()
        && counts.stream()
            .allMatch(count -> (paid == 1 && !isNumber(count)) || count.equals("" + paid));
  }

  private boolean isMore(MatchResult said, Predicate<Facts.Bill> which) {
    long such = count(which);
    return such > 0 && such < MOST_LINES && Integer.parseInt(said.group("number")) > such;
  }

  private long count(Predicate<Facts.Bill> which) {
    return file.bills(Subject.NONE).filter(which).map(Facts.Bill::billNo).distinct().count();
  }

  private static boolean isNumber(String count) {
    return Character.isDigit(count.charAt(0));
  }
}
