package org.feewise.assistant.chat.guard;

import java.util.regex.Pattern;

/** Leaves of the words before an amount those that tell what the amount is. */
final class OfOneKind {
  /** All of a late fee is a late fee. */
  private static final Pattern ALL_OF_ONE =
      Pattern.compile(
          "(?<![加和与含及、])(滞纳金|违约金|(?<!plus |and |with |the )late fees?|late charges?|surcharges?)[^,\\d]{0,6}?(?:一共|共计|合计|总计|总共|总额|累计|共|totals?|totall?ing|comes? to|adds? up to|makes?)");

  /** With a late fee in it, it is more than a late fee. */
  private static final Pattern TAKEN_IN =
      Pattern.compile(
          "(?:连同?|含|包含|包括|加上?|算上|计入)[^,，\\d]{0,3}滞纳金(?:在内|之后|后|一起|一并|,?(?:一共|共计|合计|总计|总共|共))|[(（]含(?:本金[和及与])?滞纳金[)）]|(?:税|费|税款|本金)[及和与加、]其?滞纳金(?:合计|共计|总计|一共|共)?:? ?$|\\b(?:tax|bill|principal),? (?:and|plus) (?:the |its )?late fees?(?: is| are|:| come to)? ?$|\\b(?:with|including|incl\\.?|inclusive of) (?:(?:the|its|all|any) )?(?:late fees?|surcharges?)(?: included)?[,)]? ?(?:is|are|it is|it's|comes to|you (?:owe|pay))? ?[:(]? ?$");

  /** A late fee that has grown. */
  private static final Pattern ACCRUED =
      Pattern.compile(
          "(滞纳金|违约金|加收|late fees?|surcharges?)[^。;；]{0,40}?[%‰][^。;；\\d]{0,24}?(?:一共|共计|合计|总计|累计|共|makes|comes? to|totals?|adds? up to)");

  /** What is told without a late fee. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?:\\b(?:without|before|excluding|excl\\.?) (?:(?:the|its|any|a) )?(?:late fees?|surcharges?)\\b|(?:不含|不算|不计|未含)滞纳金)");

  private static final Pattern PART = Pattern.compile("[,，;；:)）]| and | plus ");

  private OfOneKind() {}

  /** The words from the last part on that names a bill or a fee, where an earlier one does not. */
  static String words(String before, Facts facts) {
    String whole =
        TAKEN_IN.matcher(LEFT_OUT.matcher(before).replaceAll("principal")).replaceAll("一共");
    String told = ACCRUED.matcher(ALL_OF_ONE.matcher(whole).replaceAll("$1")).replaceAll("$1");
    String[] parts = PART.split(told);
    return parts.length > 1 && !Subject.in(parts[parts.length - 1], facts).isNone()
        ? parts[parts.length - 1]
        : told;
  }
}
