package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feewise.assistant.chat.guard.Facts.DayKind;
import org.feewise.assistant.chat.guard.Facts.Kind;

/**
 * Checks that every amount and day of a reply is of the bill, and of the kind, that the words
 * around it say.
 */
final class Pairs {
  private static final Pattern ADDED =
      Pattern.compile(
          "滞纳金|违约金|多缴|多付|多花|多交|加收|罚息|因逾期|late fees?|surcharges?|lateness|\\badded\\b(?! because)|\\bextra\\b|penalt(?:y|ies)");
  private static final Pattern PRINCIPAL =
      Pattern.compile("本金|原价|原来|税款|应纳税额|应缴税额|principal|original|on top of (?:the|your)");
  private static final Pattern OF_ALL =
      Pattern.compile(
          "一共|共计|合计|总计|总共|总额|总金额|总欠|总待缴|总应|总费|总数|加起来|合起来|合在一起|加在一起|总和|之和|和为|相加|全部|共|\\btotal|altogether|\\b(?:in all|all in)\\b|\\bsum\\b|all together|add(?:s|ed)? up|comes? to|makes?\\b");
  private static final Pattern OWED =
      Pattern.compile(
          "欠|[缴付结]清|应缴|应交|要交|要缴|待缴|需缴|需要缴|\\bow(?:e|ed|ing)\\b|\\bto pay\\b|\\bpay (?:the full|off)\\b|\\boutstanding\\b|\\bopen\\b");
  private static final Pattern DUE =
      Pattern.compile(
          "截止|到期|最晚|最迟|期限|前缴|前付|之前|\\bdue\\b|deadline|\\bby \\d|\\bbefore\\b|\\buntil\\b|\\bno later");
  private static final Pattern PAID =
      Pattern.compile("付|缴(?!费|款)|交了|到账|\\bpaid\\b|\\bpayments?\\b|settled|received");
  private static final Pattern SPOKEN =
      Pattern.compile(
          "您说|您提到|您给|您的预算|预算|每月最多|每个月|you said|you mentioned|your budget|a month|per month|each month");

  /** Where words behind an amount begin to tell of another. */
  private static final Pattern BESIDE =
      Pattern.compile("[(（,，;；:：。]|含|包括|其中|includ|\\bwith\\b|\\bincl\\b|\\bplus\\b");

  /** What follows the principal in a sum of a late fee. */
  private static final Pattern FACTOR = Pattern.compile("^ ?(?:元|块|yuan|cny|rmb)? ?(?:[×*]|x |乘)");

  /** What stands before the principal is added to it. */
  private static final Pattern ON_TOP =
      Pattern.compile("^ ?(?:元|块|yuan|cny|rmb)?,? ?on top of (?:the|your|this)\\b");

  /** An amount of it, whatever else was said before. */
  private static final Pattern OF_ADDED =
      Pattern.compile(
          "^ ?(?:元|块|yuan|cny|rmb)? ?(?:的|in|of)? ?(?:滞纳金|违约金|late fees?\\b|surcharges?\\b)");

  /** Words before what one more day adds, and behind it. */
  private static final Pattern DAILY =
      Pattern.compile(
          "(?<![%‰] ?)(?:每(?:多|过|晚|拖)?一?[天日]|逐日|[晚早多]一?[天日]|日增|\\b(?:every|each|per|a|one more|another) (?:\\w+ )?day\\b|\\bdaily\\b|明[天日]|\\btomorrow\\b)");

  private static final Pattern DAILY_BEHIND =
      Pattern.compile(
          "^ ?(?:元|块|yuan|cny|rmb)? ?(?:more |extra |is added |will be added )*(?:[/每](?:[天日]|day)|(?:a|per|every|each|for (?:every|each|one more)) (?:\\w+ )?day\\b|daily\\b|tomorrow\\b)");

  private static final Pattern SO_FAR =
      Pattern.compile(
          "[，,；;%‰]|累计|合计|总计|共|已|现|目前|今|到|达|makes|comes|total|so far|current|now|today|reach|stand|amount");

  private static final Pattern DEADLINE = Pattern.compile("截止|到期|最晚|最迟|期限|\\bdue\\b|deadline");

  private final Facts facts;
  private final boolean isNarrowed;

  /**
   * @param facts what the model found
   * @param isNarrowed whether the message itself asks for one fee or bill
   */
  Pairs(Facts facts, boolean isNarrowed) {
    this.facts = facts;
    this.isNarrowed = isNarrowed;
  }

  /** Whether every figure of the text is where it belongs. */
  boolean hold(String text) {
    return Additions.hold(text)
        && Clause.figures(Additions.summed(text), facts).stream()
            .allMatch(clause -> sumsHold(clause) && daysHold(clause));
  }

  private boolean sumsHold(Clause clause) {
    int after = 0;
    List<Amount> amounts = Amount.in(clause.text());
    for (int i = 0; i < amounts.size(); i++) {
      Amount amount = amounts.get(i);
      int next = i + 1 < amounts.size() ? amounts.get(i + 1).start() : clause.text().length();
      String before = OfOneKind.words(clause.text().substring(after, amount.start()), facts);
      String behind = BESIDE.split(clause.text().substring(amount.end(), next), 2)[0];
      if (!holds(clause, before, behind, amount.value())) {
        return false;
      }
      after = amount.end();
    }
    return true;
  }

  private boolean holds(Clause clause, String before, String behind, BigDecimal amount) {
    if (SPOKEN.matcher(before).find()) {
      return true;
    }
    boolean daily = isDaily(before, behind);
    if (daily || isOnlyDaily(amount)) {
      return daily
          && such(amount)
              .filter(sum -> sum.kind() == Kind.PER_DAY)
              .anyMatch(sum -> clause.subject().isNone() || isOf(clause, sum, false));
    }
    if (ON_TOP.matcher(behind).find()) {
      return such(amount).anyMatch(sum -> sum.kind() == Kind.ADDED);
    }
    if (FACTOR.matcher(behind).find()) {
      return such(amount).anyMatch(sum -> sum.kind() == Kind.PRINCIPAL);
    }
    boolean ofAll = OF_ALL.matcher(before).find() || OF_ALL.matcher(behind).find();
    Optional<Kind> kind = kind(before, behind);
    return such(amount)
        .anyMatch(
            sum ->
                kind.map(wanted -> sum.kind() == wanted).orElse(true) && isOf(clause, sum, ofAll));
  }

  private Stream<Facts.Sum> such(BigDecimal amount) {
    return facts.sums().stream().filter(sum -> sum.amount().compareTo(amount) == 0);
  }

  private boolean isOnlyDaily(BigDecimal amount) {
    return such(amount).findAny().isPresent()
        && such(amount).allMatch(sum -> sum.kind() == Kind.PER_DAY);
  }

  private static boolean isDaily(String before, String behind) {
    boolean near =
        DAILY
            .matcher(before)
            .results()
            .reduce((earlier, later) -> later)
            .map(said -> before.substring(said.end()))
            .filter(rest -> rest.length() <= 16 && !SO_FAR.matcher(rest).find())
            .isPresent();
    return near || DAILY_BEHIND.matcher(behind).find();
  }

  /** What the nearest words before an amount, else those behind it, say that it is. */
  private static Optional<Kind> kind(String before, String behind) {
    if (OF_ADDED.matcher(behind).find() && last(ADDED, before) < 0) {
      return Optional.of(Kind.ADDED);
    }
    if (last(ADDED, behind) >= 0
        && last(ADDED, before) < 0
        && last(PRINCIPAL, before) < 0
        && last(OF_ALL, before) < 0
        && first(ADDED, behind) < 12) {
      return Optional.of(Kind.ADDED);
    }
    int added = last(ADDED, before);
    int principal = last(PRINCIPAL, before);
    int all = Math.max(last(OF_ALL, before), last(OWED, before));
    int nearest = Math.max(added, Math.max(principal, all));
    if (nearest < 0) {
      return first(PRINCIPAL, behind) >= 0 && first(PRINCIPAL, behind) < 6
          ? Optional.of(Kind.PRINCIPAL)
          : Optional.empty();
    }
    return Optional.of(
        nearest == added ? Kind.ADDED : nearest == principal ? Kind.PRINCIPAL : Kind.TOTAL);
  }

  private static int first(Pattern words, String text) {
    Matcher found = words.matcher(text);
    return found.find() ? found.start() : -1;
  }

  private static int last(Pattern words, String text) {
    return words.matcher(text).results().mapToInt(MatchResult::start).reduce(-1, Math::max);
  }

  private boolean isOf(Clause clause, Facts.Sum sum, boolean ofAll) {
    Subject subject = clause.subject();
    if (subject.isNone()) {
      return !ofAll || sum.isOfAll() && (isNarrowed || sum.fee() == null) || isTheOnlyBill(sum);
    }
    if (subject.has(sum.billNo(), sum.fee())) {
      return true;
    }
    return ofAll && sum.isOfAll() && sum.fee() == null;
  }

  /** Of one bill alone the total is the total of all. */
  private boolean isTheOnlyBill(Facts.Sum sum) {
    return facts.bills().stream().map(Facts.Bill::billNo).distinct().count() == 1
        && sum.billNo() != null;
  }

  private boolean daysHold(Clause clause) {
    boolean due = DUE.matcher(clause.text()).find();
    boolean paid = PAID.matcher(clause.text()).find();
    for (Predicate<LocalDate> said : Groundedness.daysIn(clause.text())) {
      List<Facts.Day> meant = facts.days().stream().filter(day -> said.test(day.date())).toList();
      boolean fits =
          meant.stream()
              .filter(day -> !due || paid || day.kind() == DayKind.DUE)
              .anyMatch(day -> isOf(clause.subject(), day));
      boolean isDeadline = DEADLINE.matcher(clause.text()).find() && !paid;
      if (!fits && (!meant.isEmpty() || isDeadline)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(Subject subject, Facts.Day day) {
    return subject.isNone() || day.billNo() == null || subject.has(day.billNo(), day.fee());
  }
}
