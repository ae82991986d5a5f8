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
          "(?:连同?|含|包含|包括|加上?|算上|计入)[^,，\\d]{0,3}滞纳金(?:在内|之后|后|一起|一并)|\\b(?:with|including|incl\\.?) (?:the|its|all) late fees?(?: included)? ?\\(?$");

  private static final Pattern PART = Pattern.compile("[,，;；:)）]| and | plus ");

  private OfOneKind() {}

  /** The words from the last part on that names a bill or a fee, where an earlier one does not. */
  static String words(String before, Facts facts) {
    String told = ALL_OF_ONE.matcher(TAKEN_IN.matcher(before).replaceAll("一共")).replaceAll("$1");
    String[] parts = PART.split(told);
    return parts.length > 1 && !Subject.in(parts[parts.length - 1], facts).isNone()
        ? parts[parts.length - 1]
        : told;
  }
}
