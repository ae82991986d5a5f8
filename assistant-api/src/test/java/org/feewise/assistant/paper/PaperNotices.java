package org.feewise.assistant.paper;

import java.util.ArrayList;
import java.util.List;

/** Made notices in twelve layouts, drawn anew on every run from fixed seeds. */
final class PaperNotices {
  private PaperNotices() {}

  /**
   * @param each how many of each layout
   */
  static List<PaperNotice> all(int each) {
    List<PaperNotice> notices = new ArrayList<>();
    for (int number = 0; number < each; number++) {
      String font = PrintedSheet.font(number);
      for (ChineseNotices layout : ChineseNotices.values()) {
        PrintedValues values = new PrintedValues(1_000L * layout.ordinal() + number);
        PrintedSheet sheet = layout.print(values, font);
        notices.add(new PaperNotice(layout + "-" + number, sheet.image(), values.truth()));
      }
      for (EnglishNotices layout : EnglishNotices.values()) {
        PrintedValues values = new PrintedValues(50_000 + 1_000L * layout.ordinal() + number);
        boolean latin = layout != EnglishNotices.BILINGUAL && number % 2 == 0;
        PrintedSheet sheet = layout.print(values, latin ? "SansSerif" : font);
        notices.add(new PaperNotice(layout + "-" + number, sheet.image(), values.truth()));
      }
    }
    return notices;
  }
}
