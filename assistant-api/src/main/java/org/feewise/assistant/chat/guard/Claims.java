package org.feewise.assistant.chat.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what a reply says of bills in words: paid, open, overdue, nothing owed, nothing added. */
final class Claims {
  private static final Pattern NOT =
      Pattern.compile(
          "没|未|不|无|尚待|\\bnot\\b|n't\\b|n’t\\b|\\bno\\b|\\bnone\\b|\\bnothing\\b|\\bnever\\b|\\bwithout\\b|\\bzero\\b|\\byet to\\b|\\bun");
  private static final Pattern PERHAPS =
      Pattern.compile(
          "如果|如|若|要是|请|尽快|可以|需要|要在|应在|应当|否则|以免|避免|会|将|怎么|是否|吗|之后再|前缴|前付|前结|之前|及时|按时|以内|之内|到时|其余|\\bif\\b|\\bplease\\b|\\bonce\\b|\\bwhen\\b|\\bwould\\b|\\bwill\\b|\\bcan\\b|\\bavoid\\b|\\bto be\\b|\\bmust\\b|\\bshould\\b|\\bby then\\b|\\bbefore\\b|\\bin time\\b|\\bby \\d|\\bin time\\b");
  private static final Pattern PAID =
      Pattern.compile(
          "(?:已经?|都|全部?)(?:缴|交|付|结|还|支付|清)|(?:缴|结|付|还|交)清|(?:缴|交|付)(?:过|了|完)|\\b(?:is|are|was|were|been|be|already|fully|all|got) (?:now |already |fully |all |just )?(?:paid|settled|cleared|squared)\\b|\\bpaid (?:off|up|in full)\\b|\\bsettled\\b|\\byou paid\\b");
  private static final Pattern OVERDUE =
      Pattern.compile(
          "逾期|过期|超期|过了截止|已过截止|拖欠|\\boverdue\\b|past (?:its |the |their )?(?:due|deadline)|\\bmissed\\b|\\bis late\\b|\\bare late\\b|\\bdays late\\b|in arrears");
  private static final Pattern NOT_YET =
      Pattern.compile("(?:没有?|未|尚未|还没有?)(?:到期|到截止)|not (?:yet )?(?:fallen )?due|not due yet");
  private static final Pattern OPEN =
      Pattern.compile(
          "待缴|未缴|没有?缴|未付|还没(?:有)?(?:缴|交|付)|(?<!不|没|没有)欠|\\bunpaid\\b|\\bow(?:e|ed|ing)\\b|\\boutstanding\\b|\\bstill open\\b");

  /** Nothing is owed, or nothing need be paid. */
  private static final Pattern NOTHING_OWED =
      Pattern.compile(
          "(?:没有?|无|未)(?:任何|什么|其他)?(?:欠费|欠款|欠缴|待缴|未缴|账单|要缴|要交|需要缴|需要交)|不欠|查不到.{0,12}(?:欠|账单)|(?:不用|不必|无需|无须|不需要|不需|免于|免)(?:再)?(?:缴|交|付|支付|理|管|还)|可以(?:不|忽略|不用)|结清|\\bno (?:open|outstanding|unpaid|due|more) |\\bno (?:bills?|debts?|balance)\\b|\\bow(?:e|ing) (?:us |you )?(?:nothing|zero|no)\\b|\\bnothing (?:is |to |left |more |at all )?(?:owed|due|to pay|outstanding|pay|open)\\b|\\bno need to (?:pay|settle)|n[o']t (?:really |actually )?(?:have|need) to (?:actually |really )?pay|\\bdo(?:n't| not) owe|\\bnot owe|\\bneed not pay|\\ball square\\b|\\bfree of debt|\\bevery(?:thing| bill) (?:has been|is|was) (?:settled|paid|cleared)|nothing outstanding");

  private static final Pattern NOTHING_ADDED =
      Pattern.compile(
          "(?:没有?|无|未|不会?|不用|无需|不)(?:产生|再|被|有|任何)?(?:滞纳金|违约金|加收|罚款|多缴|多付)|\\bno (?:late|extra|surcharge|penalt|additional)|\\bnothing (?:is |was |will be |has been |more )?(?:added|extra|charged)|\\bwithout (?:a |any )?(?:late fee|surcharge|penalty)|not (?:be )?(?:charged|added|collected)");

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
  Optional<Reason> breach(List<Clause> clauses) {
    return clauses.stream().map(this::breach).flatMap(Optional::stream).findFirst();
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
    boolean denied = NOT.matcher(text).find();
    if (NOT_YET.matcher(text).find() || OVERDUE.matcher(text).find() && denied) {
      return bills(subject).anyMatch(Facts.Bill::isOverdue);
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

  /** Whether something of it is paid and, where it is open too, the day it was paid is told. */
  private boolean isPaid(Clause clause) {
    boolean dated =
        Groundedness.daysIn(clause.text()).stream()
            .anyMatch(
                said ->
                    found.days().stream()
                        .anyMatch(
                            day -> day.kind() == Facts.DayKind.PAID && said.test(day.date())));
    boolean some = bills(clause.subject()).anyMatch(Facts.Bill::isPaid);
    boolean open = bills(clause.subject()).anyMatch(bill -> !bill.isPaid());
    return some && (dated || !open);
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
