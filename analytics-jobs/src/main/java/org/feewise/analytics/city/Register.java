package org.feewise.analytics.city;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.feewise.models.fees.PayerKind;

/** Gives people names, numbers and addresses that have the right form and belong to nobody. */
final class Register {
  /** No division of the country has a code that begins with 99. */
  private static final String NOWHERE = "990101";

  /** A prefix that no operator has. */
  private static final String NO_OPERATOR = "154";

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final Names NAMES = Population.read("names.yaml", new TypeReference<>() {});

  private record Names(
      List<String> family, List<String> given, List<String> streets, String enterprise) {}

  private Register() {}

  static String citizenId(int number) {
    return String.format(Locale.ROOT, "C%07d", number);
  }

  static String name(int number, PayerKind kind, Dice dice) {
    String family = dice.oneOf(NAMES.family());
    String given = dice.oneOf(NAMES.given()) + (dice.happens(0.7) ? dice.oneOf(NAMES.given()) : "");
    return switch (kind) {
      case RESIDENT, FLEXIBLE_WORKER -> family + given;
      case ENTERPRISE -> NAMES.enterprise().replace("{number}", Integer.toString(number));
    };
  }

  /** An identity number by GB 11643-1999, check digit included, of a place that does not exist. */
  static String nationalId(int number, LocalDate born) {
    String body =
        NOWHERE
            + born.format(DateTimeFormatter.BASIC_ISO_DATE)
            + String.format(Locale.ROOT, "%03d", number % 1000);
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += (body.charAt(place) - '0') * WEIGHTS[place];
    }
    return body + CHECK_DIGITS.charAt(sum % 11);
  }

  static String phone(int number) {
    return NO_OPERATOR + String.format(Locale.ROOT, "%08d", number);
  }

  static String email(int number) {
    return citizenId(number).toLowerCase(Locale.ROOT) + "@mingchuan.example";
  }

  static String address(String city, String district, Dice dice) {
    return city
        + district
        + dice.oneOf(NAMES.streets())
        + dice.between(1, 299)
        + "号"
        + dice.between(1, 30)
        + "栋"
        + dice.between(1, 18)
        + "0"
        + dice.between(1, 4)
        + "室";
  }
}
