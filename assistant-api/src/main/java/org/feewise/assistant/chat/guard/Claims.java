package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what a reply says of bills in words: paid, open, overdue, nothing owed, nothing added. */
final class Claims {
  private static final Pattern NOT =
      Pattern.compile(
          "没|未|不|无|尚待|\\bnot\\b|n't\\b|n’t\\b|\\bno\\b|\\bnone\\b|\\bnothing\\b|\\bnever\\b|\\bwithout\\b|\\bzero\\b|\\byet to\\b|\\bun");

  /** What is not denied by a word of denial. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(?:do not|don't|never) (?:forget|miss|delay|hesitate)\\b|(?:别|不要|请勿)(?:忘|错过|拖)");

  /** Denies a payment, not that a deadline has passed. */
  private static final Pattern NOT_PAID =
      Pattern.compile(
          "(?:未|没有?)(?:缴|交|付|支付|结)清?|\\bunpaid\\b|\\bnot (?:yet )?(?:been )?paid\\b|n't (?:been )?paid\\b");

  private static final Pattern PERHAPS =
      Pattern.compile(
          "如果|如|若|最好|建议|把|就该|应该|要是|请|尽快|可以|需要|要在|应在|应当|否则|以免|避免|会|将|怎么|是否|吗|之后再|越早|尽早|早日|早点|早缴|前缴|前付|前结|之前|及时|按时|以内|之内|到时|其余|\\bif\\b|\\bwhat you|\\bplease\\b|\\bonce\\b|\\buntil\\b|\\bwhen\\b|\\bwould\\b|\\bwill\\b|\\bcan\\b|\\bavoid\\b|\\bto be\\b|\\bmust\\b|\\bshould\\b|\\bby then\\b|\\bbefore\\b|\\bin time\\b|\\bby \\d|\\bin time\\b");
  private static final Pattern PAID =
      Pattern.compile(
          "(?:已经?|都|全部?)(?:缴|交|付|结|还|支付|清)|(?:缴|结|付|还|交)清|(?<![晚迟少多没未该])(?:缴|交|付|还|清|缴费|付款|支付|缴纳)(?:过|了|完|好|掉|上|讫)|\\b(?:is|are|was|were|been|be|already|fully|all|got) (?:now |already |fully |all |just )?(?:paid|settled|cleared|squared)\\b|\\bpaid (?:off|up|in full)\\b|\\bsettled\\b|\\byou(?:['’]ve| have)?(?: already| now| just| fully| also)? (?:paid|settled|cleared)\\b");
  private static final Pattern OVERDUE =
      Pattern.compile(
          "逾期|过期|超期|过了截止|已过截止|拖欠|拖了|晚了|迟了|早该|\\boverdue\\b|past (?:its |the |their )?(?:due|deadline)|\\b(?:deadline|due date)\\b.{0,16}\\bpassed\\b|\\bmissed\\b|\\bis late\\b|\\b(?:days?|weeks?|months?) (?:late|overdue|behind)\\b|\\bare late\\b|\\bdays late\\b|in arrears");
  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?:没有?|未|尚未|还没有?)(?:到期|到截止)|(?:期限|限期|截止日|截止日期)(?:之|以)?内|来得及|\\bup to date\\b|\\b(?:is|are) (?:still )?current\\b|\\b(?:is|are|still|was) (?:in|on) time\\b|\\bnot late\\b|isn['’]t (?:yet )?(?:overdue|late|due)|not (?:yet )?(?:fallen )?due|not due yet|within (?:its |the |their )?(?:deadline|due)");
  private static final Pattern OPEN =
      Pattern.compile(
          "待缴|未缴|没有?缴|未付|还没(?:有)?(?:缴|交|付)|(?<!不|没|没有)欠|\\bunpaid\\b|\\bow(?:e|ed|ing)\\b|\\boutstanding\\b|\\bstill open\\b");

  private static final Pattern SOON =
      Pattern.compile(
          "(?:即将|快要?|将要?|临近|接近|马上)(?:要)?(?:到期|截止)|\\b(?:upcoming|coming up|comes up|falls due|due soon|soon due|becomes due|will be due)\\b");

  private static final Pattern WAS_IN_TIME =
      Pattern.compile(
          "(?:按时|及时|如期|准时|按期)(?:缴|交|付|缴纳|支付)(?:的|了|过)|\\bpaid (?:it |this )?(?:on|in) time\\b");

  /** Money that came in. */
  private static final Pattern RECEIVED =
      Pattern.compile(
          "到账|入账|收到|完成|\\b(?:received|recorded|posted|completed|successful|went through)\\b|\\bpayments? (?:was |were |has been |have been )?made\\b|\\bmade (?:a |one |your |the )?(?:\\w+ )?payments?\\b");

  private static final Pattern COUNT =
      Pattern.compile(
          "(\\d+|一|\\bone|\\ba single) ?(?:笔|次|项|条|个|张|(?:\\w+ )?(?:payments?|bills?)\\b)");

  /** Nothing is owed, or nothing need be paid. */
  private static final Pattern NOTHING_OWED =
      Pattern.compile(
          "(?:没有?|无|未)(?:任何|什么|其他)?(?:欠费|欠款|欠缴|待缴|未缴|账单|要缴|要交|需要缴|需要交)|不欠|查不到.{0,12}(?:欠|账单)|(?:不用|不必|无需|无须|不需要|不需|免于|免)(?:再)?(?:缴|交|付|支付|理|管|还)|可以(?:不|忽略|不用)|(?<!未|没|没有)结清|\\bno (?:open|outstanding|unpaid|due) |\\bno more (?!late|fees|charges|surcharges|extra)|\\bno (?:bills?|debts?|balance)\\b|\\bow(?:e|ing) (?:us |you )?(?:nothing|zero|no)\\b|\\bnothing (?:is |to |left |more |at all )?(?:owed|due|to pay|outstanding|pay|open)\\b|\\bno need to (?:pay|settle)|n[o']t (?:really |actually )?(?:have|need) to (?:actually |really )?pay|\\bdo(?:n't| not) owe|\\bnot owe|\\bneed not pay|\\ball square\\b|\\bfree of debt|\\bevery(?:thing| bill) (?:has been|is|was) (?:settled|paid|cleared)|nothing outstanding");

  private static final Pattern NOTHING_ADDED =
      Pattern.compile(
          "(?:没有?|无|未|不会?|不用|无需|不)(?:产生|再|被|有|任何)?(?:滞纳金|违约金|加收|罚款|多缴|多付)|\\bno (?:more |further )?(?:late|extra|surcharge|penalt|additional)|\\bnothing (?:is |was |will be |has been |more )?(?:added|extra|charged)|\\bwithout (?:a |any )?(?:late fee|surcharge|penalty)|not (?:be )?(?:charged|added|collected)");

  private final Facts found;
  private final Facts right;

  /**
   * @param found what the model found
   * @param right what the message needs
   */
  Claims(Facts found, Facts right) {
    this.found = found;
    this.right = right;
  }

  /** What is said otherwise than the tools found it. */
  Optional<Reason> breach(String text) {
    Stream<Optional<Reason>> parts = Clause.parts(text, found).stream().map(this::breach);
    Stream<Optional<Reason>> sentences =
        Clause.sentences(text, found).stream()
            .filter(this::isReceived)
            .map(sentence -> Optional.of(Reason.STATUS));
    return Stream.concat(parts, sentences).flatMap(Optional::stream).findFirst();
  }

  private Optional<Reason> breach(Clause clause) {
    String text = clause.text();
    Subject subject = clause.subject();
    if (NOTHING_OWED.matcher(text).find() && !isOfOthers(text) && mayBeOpen(subject)) {
      return Optional.of(Reason.DENIED);
    }
    if (NOTHING_ADDED.matcher(text).find() && !PERHAPS.matcher(text).find() && isAdded(subject)) {
      return Optional.of(Reason.DENIED);
    }
    boolean soon = SOON.matcher(text).find();
    boolean inTime = WAS_IN_TIME.matcher(text).find() && !NOT.matcher(text).find();
    if ((soon || inTime) && isAllOverdue(subject)) {
      return Optional.of(Reason.STATUS);
    }
    if (PERHAPS.matcher(text).find()) {
      return Optional.empty();
    }
    return isFlipped(clause) ? Optional.of(Reason.STATUS) : Optional.empty();
  }

  /** A condition that makes a denial true, such as of the other bills. */
  private static boolean isOfOthers(String text) {
    return text.contains("其余") || text.contains("the other");
  }

  private boolean isFlipped(Clause clause) {
    String text = clause.text();
    Subject subject = clause.subject();
    boolean denied = NOT.matcher(ADVICE.matcher(text).replaceAll(" ")).find();
    boolean inTime = denied && NOT.matcher(NOT_PAID.matcher(text).replaceAll(" ")).find();
    if (NOT_YET.matcher(text).find() || OVERDUE.matcher(text).find() && inTime) {
      return bills(subject).anyMatch(Facts.Bill::isOverdue) && !isOfInTimeOnly(text);
    }
    if (OVERDUE.matcher(text).find() && !text.contains("因逾期")) {
      return bills(subject).findAny().isPresent()
          && bills(subject).noneMatch(Facts.Bill::isOverdue);
    }
    if (OPEN.matcher(text).find() && !NOTHING_OWED.matcher(text).find()) {
      return !subject.isNone()
          && bills(subject).findAny().isPresent()
          && bills(subject).allMatch(Facts.Bill::isPaid);
    }
    return PAID.matcher(text).find() && !denied && !isPaid(clause);
  }

  private boolean isAllOverdue(Subject subject) {
    return !subject.isNone()
        && bills(subject).findAny().isPresent()
        && bills(subject).allMatch(bill -> bill.isOverdue() && !bill.isPaid());
  }

  /** Whether a sentence says that money came in for what is not paid. */
  private boolean isReceived(Clause sentence) {
    String text = sentence.text();
    if (!RECEIVED.matcher(text).find()
        || NOT.matcher(text).find()
        || PERHAPS.matcher(text).find()) {
      return false;
    }
    boolean ofUnpaid =
        !sentence.subject().isNone() && bills(sentence.subject()).noneMatch(Facts.Bill::isPaid);
    return ofUnpaid || !Amount.in(text).isEmpty() && !isOfPaidOnly(text);
  }

  /** Whether something of it is paid and, where it is open too, the day it was paid is told. */
  private boolean isPaid(Clause clause) {
    boolean dated =
        Groundedness.daysIn(clause.text()).stream()
            .anyMatch(
                said ->
                    found.days().stream()
                        .anyMatch(
                            day -> day.kind() == Facts.DayKind.PAID && said.test(day.date())));
    if (isOfPaidOnly(clause.text()) || isCountOfPaid(clause.text())) {
      return true;
    }
    boolean some = bills(clause.subject()).anyMatch(Facts.Bill::isPaid);
    boolean open = bills(clause.subject()).anyMatch(bill -> !bill.isPaid());
    return some && (dated || !open);
  }

  /** Whether every amount told is one that was paid. */
  private boolean isOfPaidOnly(String text) {
    return isOfOnly(Facts.Bill::isPaid, text);
  }

  /** Whether no more is told than how many were paid. */
  private boolean isCountOfPaid(String text) {
    List<String> counts = COUNT.matcher(text).results().map(count -> count.group(1)).toList();
    long paid =
        found.bills().stream()
            .filter(Facts.Bill::isPaid)
            .map(Facts.Bill::billNo)
            .distinct()
            .count();
    return Amount.in(text).isEmpty()
        && !counts.isEmpty()
        && counts.stream()
            .allMatch(count -> (paid == 1 && !isNumber(count)) || count.equals("" + paid));
  }

  private static boolean isNumber(String count) {
    return Character.isDigit(count.charAt(0));
  }

  private boolean isOfInTimeOnly(String text) {
    return isOfOnly(bill -> !bill.isOverdue(), text);
  }

  private boolean isOfOnly(Predicate<Facts.Bill> which, String text) {
    List<Amount> amounts = Amount.in(text);
    List<BigDecimal> known = found.totals(which);
    return !amounts.isEmpty()
        && amounts.stream()
            .allMatch(told -> known.stream().anyMatch(sum -> sum.compareTo(told.value()) == 0));
  }

  private Stream<Facts.Bill> bills(Subject subject) {
    List<Facts.Bill> bills = Stream.concat(found.bills().stream(), right.bills().stream()).toList();
    return subject.isNone() ? bills.stream() : subject.of(bills).stream();
  }

  /** Whether something of it is open, or was not looked for. */
  private boolean mayBeOpen(Subject subject) {
    if (subject.isNone()) {
      return bills(subject).anyMatch(bill -> !bill.isPaid());
    }
    boolean known =
        !subject.billNos().isEmpty()
            || subject.fees().stream().allMatch(fee -> found.knowsOf(fee) || right.knowsOf(fee));
    return bills(subject).anyMatch(bill -> !bill.isPaid()) || !known;
  }

  private boolean isAdded(Subject subject) {
    return Stream.concat(found.sums().stream(), right.sums().stream())
        .filter(sum -> sum.kind() == Facts.Kind.ADDED && sum.amount().signum() > 0)
        .anyMatch(sum -> subject.isNone() || subject.has(sum.billNo(), sum.fee()));
  }
}
