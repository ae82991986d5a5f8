package org.feewise.assistant.chat.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.dialogue.Whose;
import org.feewise.models.fees.FeeType;

/** What the words of a wish to pay say beyond its details: how many bills, whose, and when. */
final class PayWords {
  private static final Pattern ALL =
      Pattern.compile(
          "都|全|所有|一起|一道|一并|合并|一次|清|结账|账结"
              + "|\\b(all|every|everything|both|whole|balance|in full|in one go)\\b");
  private static final Pattern ONE =
      Pattern.compile(
          "第[一二三四五六七八九十0-9]+[个笔张单]|[这那][个笔张单]|单号"
              + "|\\b(this|that|first|second|third|last) (one|bill)\\b");
  private static final Pattern TWO = Pattern.compile("[两二2][个笔张单样]|\\bboth\\b");
  private static final Pattern OVERDUE =
      Pattern.compile("逾期|过期|拖欠|\\b(overdue|arrears|past due)\\b");
  private static final Pattern IN_ADVANCE =
      Pattern.compile("充|预存|预缴|预交|预付|先存|买|\\b(prepay|top up|buy)\\b");
  private static final Pattern TAX = Pattern.compile("税|\\btax(es)?\\b");
  private static final Pattern CAR = Pattern.compile("车|\\b(car|vehicle)\\b");
  private static final Pattern HOUSE = Pattern.compile("房|\\b(house|flat|home)\\b");
  private static final Pattern FINE = Pattern.compile("罚|\\b(fines?|tickets?)\\b");

  private static final Set<FeeType> TAXES =
      EnumSet.of(FeeType.INCOME_TAX, FeeType.PROPERTY_TAX, FeeType.VEHICLE_TAX, FeeType.DEED_TAX);
  private static final Set<FeeType> CAR_TAXES = EnumSet.of(FeeType.VEHICLE_TAX);
  private static final Set<FeeType> HOUSE_TAXES =
      EnumSet.of(FeeType.PROPERTY_TAX, FeeType.DEED_TAX);
  private static final Set<FeeType> FINES = EnumSet.of(FeeType.TRAFFIC_FINE, FeeType.ADMIN_FINE);

  private final String text;

  PayWords(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
  }

  boolean meanAll() {
    return says(ALL);
  }

  /** One bill, pointed at or counted off. */
  boolean meanOne() {
    return says(ONE);
  }

  boolean meanTwo() {
    return says(TWO);
  }

  boolean meanOverdue() {
    return says(OVERDUE);
  }

  /** Money for what is not billed yet. */
  boolean meanInAdvance() {
    return says(IN_ADVANCE);
  }

  /** A bill that is on another's name. */
  boolean meanAnother() {
    return Whose.isForAnother(text);
  }

  /** The fees of a kind that is named without saying which; empty for any. */
  Set<FeeType> kind() {
    if (says(TAX)) {
      return says(CAR) ? CAR_TAXES : says(HOUSE) ? HOUSE_TAXES : TAXES;
    }
    return says(FINE) ? FINES : Set.of();
  }

  private boolean says(Pattern words) {
    return words.matcher(text).find();
  }
}
