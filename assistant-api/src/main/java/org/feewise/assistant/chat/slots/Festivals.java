package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The days Chinese festivals fall on; those of the lunar calendar are known for 2023 to 2030. */
final class Festivals {
  private static final int FIRST_YEAR = 2023;

  private static final List<String> SPRING =
      List.of("01-22", "02-10", "01-29", "02-17", "02-06", "01-26", "02-13", "02-03");
  private static final List<String> QINGMING =
      List.of("04-05", "04-04", "04-04", "04-05", "04-05", "04-04", "04-04", "04-05");
  private static final List<String> DRAGON_BOAT =
      List.of("06-22", "06-10", "05-31", "06-19", "06-09", "05-28", "06-16", "06-05");
  private static final List<String> MID_AUTUMN =
      List.of("09-29", "09-17", "10-06", "09-25", "09-15", "10-03", "09-22", "09-12");
  private static final List<String> DOUBLE_NINTH =
      List.of("10-23", "10-11", "10-29", "10-18", "10-08", "10-26", "10-16", "10-05");

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("元旦", "01-01"),
          Map.entry("妇女节", "03-08"),
          Map.entry("五一", "05-01"),
          Map.entry("劳动节", "05-01"),
          Map.entry("儿童节", "06-01"),
          Map.entry("国庆", "10-01"),
          Map.entry("十一", "10-01"),
          Map.entry("双十一", "11-11"),
          Map.entry("圣诞", "12-25"),
          Map.entry("new year", "01-01"),
          Map.entry("labour day", "05-01"),
          Map.entry("labor day", "05-01"),
          Map.entry("may day", "05-01"),
          Map.entry("national day", "10-01"),
          Map.entry("christmas", "12-25"));

  private Festivals() {}

  /** The day a festival falls on in a year, or nothing when that is not known here. */
  static Optional<LocalDate> dayOf(String name, int year) {
    String fixed = FIXED.get(name);
    if (fixed != null) {
      return Optional.of(LocalDate.parse(year + "-" + fixed));
    }
    return switch (name) {
      case "春节", "过年", "大年初一", "新春", "spring festival", "chinese new year", "lunar new year" ->
          lunar(SPRING, year);
      case "除夕", "年三十", "大年三十", "chinese new year's eve" ->
          lunar(SPRING, year).map(d -> d.minusDays(1));
      case "元宵", "正月十五", "lantern festival" -> lunar(SPRING, year).map(d -> d.plusDays(14));
      case "清明", "qingming", "tomb sweeping day" -> lunar(QINGMING, year);
      case "端午", "dragon boat festival" -> lunar(DRAGON_BOAT, year);
      case "中秋", "mid-autumn", "mid-autumn festival", "moon festival" -> lunar(MID_AUTUMN, year);
      case "重阳" -> lunar(DOUBLE_NINTH, year);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> lunar(List<String> days, int year) {
    int index = year - FIRST_YEAR;
    return index < 0 || index >= days.size()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(year + "-" + days.get(index)));
  }
}
