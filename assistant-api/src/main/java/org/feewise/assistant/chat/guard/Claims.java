package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks what a reply says of bills in words: paid, open, overdue, nothing owed, nothing added. */
final class Claims {
  private static final Pattern NOT =
      Pattern.compile(
          "没|未|不(?!过(?!期)|仅|但|管|论|同|断|少|妨)|无|尚待|\\bnot\\b|n't\\b|n’t\\b|\\bno\\b|\\bnone\\b|\\bnothing\\b|\\bnever\\b|\\bwithout\\b|\\bzero\\b|\\byet to\\b|\\bun");

  /** What is not denied by a word of denial. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(?:do not|don't|never|shouldn't|wouldn't) (?:forget|miss|delay|hesitate|ignore|wait|leave|put (?:it|this|that) off)\\b|\\bnot to (?:leave|miss|forget|delay|ignore)\\b|(?:别|不要|请勿)(?:忘|错过|拖)");

  /** Denies a payment, not that a deadline has passed. */
  private static final Pattern NOT_PAID =
      Pattern.compile(
          "(?:未|没有?)(?:缴|交|付|支付|结)清?|\\bunpaid\\b|\\bnot (?:yet )?(?:been )?paid\\b|n't (?:been )?paid\\b");

  private static final Pattern PERHAPS =
      Pattern.compile(
          "如果|如|若|最好|建议|把|就该|应该|要是|请|尽快|可以|需要|要在|应在|应当|否则|以免|避免|会|将|怎么|是否|吗|之后再|越早|尽早|早日|早点|早缴|前缴|前付|前结|之前|及时|按时|以内|之内|到时|其余|直到|直至|为止|[缴付结]清(?:之后|以后|后|之前|前)|\\bif\\b|\\bwhat you|\\bplease\\b|\\bonce\\b|\\buntil\\b|\\bwhen\\b|\\bwould\\b|\\bwill\\b|\\bcan\\b|\\bavoid\\b|\\bto be\\b|\\bmust\\b|\\bshould\\b|\\bby then\\b|\\bbefore\\b|\\bin time\\b|\\bby \\d");
  private static final Pattern PAID =
      Pattern.compile(
          "(?:已经?|都|全部?)(?:缴|交|付|结|还|支付|清)|(?:缴|结|付|还|交)清|(?<![晚迟少多没未该])(?:缴|交|付|还|清|缴费|付款|支付|缴纳)(?:过|了|完|好|掉|上|讫)|\\b(?:is|are|was|were|been|be|already|fully|all|got) (?:now |already |fully |all |just )?(?:paid|settled|cleared|squared)\\b|\\bpaid (?:off|up|in full)\\b|\\b(?:seems?|appears?|looks?|good as|counts? as) (?:to be |to have been |already )?paid\\b|\\bsettled\\b|\\balso covers?\\b|\\b(?:went|gone|goes) through\\b|\\byou(?:['’]ve| have)?(?: already| now| just| fully| also)? (?:paid|settled|cleared)\\b");
  private static final Pattern OVERDUE =
      Pattern.compile(
          "逾期|过期|超期|过了截止|已过截止|拖欠|拖了|晚了|迟了|早该|\\boverdue\\b|past (?:its |the |their )?(?:due|deadline)|\\b(?:deadline|due date)\\b.{0,16}\\bpassed\\b|\\bmissed\\b|\\bis late\\b|\\b(?:days?|weeks?|months?) (?:late|overdue|behind)\\b|\\bare late\\b|\\bdays late\\b|in arrears");
  private static final Pattern ALL =
      Pattern.compile(
          "(?:都|均|全部?|皆)(?:已经?)?(?:逾期|过期|超期|拖欠)|\\b(?:both|all|each|every|everything|they)\\b(?:(?!\\bdays?\\b)[^,]){0,24}\\b(?:overdue|late|past due|in arrears)\\b");

  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?:没有?|未|尚未|还没有?)(?:到期|到截止)|(?:期限|限期|截止日|截止日期)(?:之|以)?内|来得及|没到(?:该|要|应)?[缴交付]的(?:时候|日子|时间)|\\bup to date\\b|\\b(?:is|are) (?:still )?current\\b|\\b(?:is|are|still|was|comfortably|well) (?:in|on|within (?:its|their)) time\\b|\\bnot late\\b|isn['’]t (?:yet )?(?:overdue|late|due)|not (?:yet )?(?:fallen )?due|not due yet|within (?:its |the |their )?(?:deadline|due)");

  /** That there is something of the kind, whatever the others are. */
  private static final Pattern SOME_NOT_YET =
      Pattern.compile(
          "(?:有|剩|看|是)[^，,]{0,8}(?:未|没有?)到期的?(?:账单|期限|费用|款项|一?[笔项张])|(?:未|没有?)到期的?(?:账单|期限|费用|款项)(?:只|还|就)?(?:有|剩|是)|\\b(?:one|bills?|ones|deadline) (?:that (?:is|are) |which (?:is|are) )?not (?:yet )?due\\b");

  private static final Pattern OPEN =
      Pattern.compile(
          "待缴|未缴|没有?缴|未付|还没(?:有)?(?:缴|交|付)|(?<!不|没|没有)欠|\\bunpaid\\b|\\bow(?:e|ed|ing)\\b|\\boutstanding\\b|\\bstill open\\b");

  private static final Pattern SOON =
      Pattern.compile(
          "(?:即将|快要?|将要?|临近|接近|马上)(?:要)?(?:到期|截止)|\\b(?:upcoming|coming up|comes up|falls due|due soon|soon due|becomes due|will be due)\\b");

  private static final Pattern WAS_IN_TIME =
      Pattern.compile(
          "(?:按时|及时|如期|准时|按期)(?:缴|交|付|缴纳|支付)(?:的|了|过)|\\bpaid (?:it |this )?(?:on|in) time\\b");

  /** That lateness has added to it. */
  private static final Pattern ADDED =
      Pattern.compile("滞纳金|违约金|罚息|\\blate fees?\\b|\\bsurcharges?\\b|\\bpenalt(?:y|ies)\\b");

  private static final Pattern ALL_LEFT = Pattern.compile("\\bleaves? (?:just|only)\\b");

  private static final Pattern ON = Pattern.compile("^ (?:on|for|of|in)\\b");

  private static final Pattern NOTHING =
      Pattern.compile("(?<![\\d.])0(?:\\.0+)?(?![\\d.])|\\bfree (?:of|from)\\b");

  /** Money that came in. */
  private static final Pattern RECEIVED =
      Pattern.compile(
          "到账|入账|收到|完成|\\b(?:received|recorded|posted|completed|successful|went through)\\b|\\bpayments? (?:was |were |has been |have been )?made\\b|\\bmade (?:a |one |your |the )?(?:\\w+ )?payments?\\b");

  private final Facts found;
  private final OnFile file;
  private final Denials denials;
  private final Counts counts;

  /**
   * @param found what the model found
   * @param right what the message needs
   */
  Claims(Facts found, Facts right) {
    this.found = found;
    this.file = new OnFile(found, right);
    this.denials = new Denials(file);
    this.counts = new Counts(file);
  }

  /** What is said otherwise than the tools found it. */
  Optional<Reason> breach(String text) {
    List<Clause> clauses = Clause.parts(Ticks.worded(text), found);
    List<Subject> told = clauses.stream().map(Clause::subject).toList();
    Stream<Optional<Reason>> parts =
        IntStream.range(0, clauses.size())
            .mapToObj(i -> breach(clauses.get(i), told.subList(0, i + 1)));
    Stream<Optional<Reason>> sentences =
        Clause.sentences(text, found).stream()
            .filter(
                sentence ->
                    isReceived(sentence)
                        || isListedAsPaid(sentence)
                        || isOwedByMore(sentence.text()))
            .map(sentence -> Optional.of(Reason.STATUS));
    return Stream.concat(parts, sentences).flatMap(Optional::stream).findFirst();
  }

  private Optional<Reason> breach(Clause clause, List<Subject> told) {
    String text = clause.text();
    Subject subject = clause.subject();
    boolean perhaps = PERHAPS.matcher(text).find();
    if (denials.areFalse(clause, told, perhaps)) {
      return Optional.of(Reason.DENIED);
    }
    if (counts.areTooMany(text)) {
      return Optional.of(Reason.FIGURE);
    }
    boolean soon = SOON.matcher(text).find();
    boolean inTime = WAS_IN_TIME.matcher(text).find() && !NOT.matcher(text).find();
    if ((soon || inTime) && isAllOverdue(subject)) {
      return Optional.of(Reason.STATUS);
    }
    if (perhaps) {
      return Optional.empty();
    }
    return isFlipped(clause) || isSaidToBeMore(clause.text())
        ? Optional.of(Reason.STATUS)
        : Optional.empty();
  }

  private boolean isFlipped(Clause clause) {
    String text = clause.text();
    Subject subject = clause.subject();
    boolean denied = NOT.matcher(ADVICE.matcher(text).replaceAll(" ")).find();
    boolean inTime = denied && NOT.matcher(NOT_PAID.matcher(text).replaceAll(" ")).find();
    if (subject.isNone() && SOME_NOT_YET.matcher(text).find()) {
      return file.bills(subject).allMatch(Facts.Bill::isOverdue);
    }
    if (NOT_YET.matcher(text).find() || OVERDUE.matcher(text).find() && inTime) {
      return file.isAnyOverdue(subject) && !isOfInTimeOnly(text);
    }
    if (OVERDUE.matcher(text).find() && !denied && ALL.matcher(text).find()) {
      return !file.bills(subject).allMatch(bill -> bill.isOverdue() || bill.isPaid());
    }
    if (OVERDUE.matcher(text).find() && !text.contains("因逾期")) {
      return file.bills(subject).findAny().isPresent()
          && file.bills(subject).noneMatch(Facts.Bill::isOverdue);
    }
    if (OPEN.matcher(text).find() && !Denials.isOfDebt(text)) {
      if (!PAID.matcher(text).find() && isMore(subject)) {
        return true;
      }
      return !subject.isNone()
          && file.bills(subject).findAny().isPresent()
          && file.bills(subject).allMatch(Facts.Bill::isPaid);
    }
    if (ALL_LEFT.matcher(text).find() && !subject.isNone()) {
      return !file.isAllOpenIn(List.of(subject));
    }
    return PAID.matcher(text).find() && !denied && !isPaid(clause);
  }

  /** Whether lateness is said to have added to what is named, and it has not. */
  private boolean isSaidToBeMore(String text) {
    Matcher added = ADDED.matcher(text);
    if (!added.find() || NOT.matcher(text).find() || NOTHING.matcher(text).find()) {
      return false;
    }
    Subject before = Subject.in(text.substring(0, added.start()), found);
    String rest = text.substring(added.end());
    Subject named = before.isNone() && ON.matcher(rest).find() ? Subject.in(rest, found) : before;
    return !named.isNone() && file.bills(named).findAny().isPresent() && !file.isAdded(named);
  }

  /** Whether a fee is named of which nothing is open for sure. */
  private boolean isMore(Subject subject) {
    return subject.fees().size() > 1
        && subject.fees().stream()
            .filter(file::knowsOf)
            .anyMatch(fee -> file.bills(Subject.of(fee)).allMatch(Facts.Bill::isPaid));
  }

  private boolean isAllOverdue(Subject subject) {
    return !subject.isNone()
        && file.bills(subject).findAny().isPresent()
        && file.bills(subject).allMatch(bill -> bill.isOverdue() && !bill.isPaid());
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
        !sentence.subject().isNone()
            && file.bills(sentence.subject()).noneMatch(Facts.Bill::isPaid);
    return ofUnpaid || !Amount.in(text).isEmpty() && !isOfPaidOnly(text);
  }

  /** Whether a sentence counts more bills that come to what is owed than are open. */
  private boolean isOwedByMore(String text) {
    return OPEN.matcher(text).find()
        && !PAID.matcher(text).find()
        && counts.areOfMoreThanOpen(text);
  }

  /** Whether a sentence has a list of what is paid with something in it that is not. */
  private boolean isListedAsPaid(Clause sentence) {
    int colon = sentence.text().indexOf(':');
    String head = sentence.text().substring(0, Math.max(0, colon));
    return PAID.matcher(head).find()
        && !NOT.matcher(sentence.text()).find()
        && !PERHAPS.matcher(sentence.text()).find()
        && !OVERDUE.matcher(sentence.text()).find()
        && !OPEN.matcher(sentence.text()).find()
        && sentence.subject().fees().stream()
            .anyMatch(fee -> file.bills(Subject.of(fee)).noneMatch(Facts.Bill::isPaid));
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
    if (isOfPaidOnly(clause.text()) || counts.areOfPaid(clause)) {
      return true;
    }
    boolean some = file.bills(clause.subject()).anyMatch(Facts.Bill::isPaid);
    boolean open = file.bills(clause.subject()).anyMatch(bill -> !bill.isPaid());
    return some && (dated || !open);
  }

  /** Whether every amount told is one that was paid. */
  private boolean isOfPaidOnly(String text) {
    return isOfOnly(Facts.Bill::isPaid, text);
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
}
