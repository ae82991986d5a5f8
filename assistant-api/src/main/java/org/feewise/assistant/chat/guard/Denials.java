package org.feewise.assistant.chat.guard;

import java.util.List;
import java.util.regex.Pattern;

/** Checks what a reply denies: that something is owed, that lateness adds to it, that it is due. */
final class Denials {
  /** There is time. */
  private static final Pattern NO_HURRY =
      Pattern.compile(
          "(?:时间|日子|天).{0,6}(?:宽裕|充裕|充足|足够|富余|够)|(?<![很较太非要比])(?:不急(?!于)|不着急|不用急|不必急|不赶)|\\bno (?:panic|rush|hurry)\\b|\\b(?:don't|not) worry\\b|\\b(?:plenty of|enough) (?:time|days)\\b");

  /** Nothing is owed, or nothing need be paid. */
  private static final Pattern NOTHING_OWED =
      Pattern.compile(
          "没有(?:任何|什么|其[他它]|别的|更多)的?(?:费用|账单|款项|钱)(?:需要?|要)(?:再)?[缴交付]|(?:没有?|无|未)(?:任何|什么|其他)?(?:欠费|欠款|欠缴|待缴|未缴|账单|要缴|要交|需要缴|需要交)|不欠|查不到.{0,12}(?:欠|账单)|(?:不用|不必|无需|无须|不需要|不需|免于|免)(?:再|重复|另外|担心|着急)?(?:缴|交|付|支付|理|管|还|担心|着急)|可以(?:不|忽略|不用)|(?<!未|没|没有)结清|\\bno (?:open|outstanding|unpaid|due) |\\bno more (?!late|fees|charges|surcharges|extra)|\\bno (?:bills?|debts?|balance)\\b|\\bow(?:e|ing) (?:us |you )?(?:nothing|zero|no)\\b|\\bnothing (?:is |are |to |left |more |else |further |at all |that is )*(?:owed|due|to pay|outstanding|pay|open)\\b|\\bno need to (?:pay|settle|do|take)|\\bnothing (?:more |else |further )?to (?:do|settle)\\b|n[o']t (?:really |actually )?(?:have|need) to (?:actually |really )?(?:pay|do|settle|worry)|\\b(?:that|which|this) settles\\b|\\bnothing to worry\\b|\\bdo(?:n't| not) owe|\\bnot owe|\\bneed not pay|\\ball square\\b|\\bfree of debt|\\bevery(?:thing| bill) (?:has been|is|was) (?:settled|paid|cleared)|nothing outstanding");

  /** Not only what was named before. */
  private static final Pattern OF_EVERYTHING =
      Pattern.compile(
          "别的|其[他它]|任何|什么|所有|全部|\\b(?:all|every|everything|any|anything|other|else|account|balance)\\b");

  private static final Pattern NOTHING_ADDED =
      Pattern.compile(
          "(?:没有?|无|未|不会?|不用|无需|不)(?:产生|再|被|有|任何)?(?:滞纳金|违约金|加收|罚款|多缴|多付|额外)|\\bno (?:more |further )?(?:late|extra|surcharge|penalt|additional)|\\bnothing (?:is |was |will be |has been |more )?(?:added|extra|charged)|(?<!\\b(?:tax|bill|amount|total|sum|principal) )\\bwithout (?:a |any )?(?:late fee|surcharge|penalty)|\\b(?:won't|will not|doesn't|does not) (?:get|have|carry|incur|attract|be charged|face) (?:a |an |any )?(?:late|extra|surcharge|penalt|additional|one\\b)|not (?:be )?(?:charged|added|collected)");

  private static final Pattern OF_REST =
      Pattern.compile("(?:其[他余它]|别的|另外)的?.{0,2}(?:账单|费用|款项|笔|项|张)|\\b(?:no|your|the) other\\b");

  private static final Pattern OTHERS = Pattern.compile("其[余他它]|\\bthe (?:others?|rest)\\b");

  private final OnFile file;

  Denials(OnFile file) {
    this.file = file;
  }

  /** Whether a text says that nothing is owed, of whatever. */
  static boolean isOfDebt(String text) {
    return NOTHING_OWED.matcher(text).find();
  }

  /**
   * Whether the clause denies what is so.
   *
   * @param told what the reply has told of by then
   * @param perhaps whether it says on what condition, or gives advice
   */
  boolean areFalse(Clause clause, List<Subject> told, boolean perhaps) {
    String text = clause.text();
    Subject subject = clause.subject();
    Subject denied = !clause.names() && OF_EVERYTHING.matcher(text).find() ? Subject.NONE : subject;
    boolean debt = isOfDebt(text) && !isOfPaidOthers(text, told) && file.mayBeOpen(denied);
    boolean ofRest = OF_REST.matcher(text).find() && file.addedTo() <= 1;
    boolean added =
        NOTHING_ADDED.matcher(text).find() && !perhaps && !ofRest && file.isAdded(subject);
    boolean hurry =
        NO_HURRY.matcher(text).find() && (subject.isNone() || file.isAnyOverdue(subject));
    return debt || added || hurry;
  }

  /** Whether it denies only of bills beside those told of, and these are all that is open. */
  private boolean isOfPaidOthers(String text, List<Subject> told) {
    return OTHERS.matcher(text).find() && file.isAllOpenIn(told);
  }
}
