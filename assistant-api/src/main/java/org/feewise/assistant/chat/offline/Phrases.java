package org.feewise.assistant.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/** The assistant's sentences, with names of fees, days and counts put as the language needs. */
final class Phrases {
  private final Words words;

  Phrases(Words words) {
    this.words = words;
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /** The sentence of a count, in the singular where the language has one. */
  String count(String key, int count, Object... others) {
    Object[] arguments = new Object[others.length + 1];
    arguments[0] = Integer.toString(count);
    System.arraycopy(others, 0, arguments, 1, others.length);
    String singular = key + ".one";
    return words.say(count == 1 && words.has(singular) ? singular : key, arguments);
  }

  /** The fee a result was asked about, to stand before "bills"; empty where none was. */
  String feeOf(JsonNode found) {
    return before(found.path("asked").path("fee").asText(""));
  }

  /** A fee to stand before "bills". */
  String before(String fee) {
    return fee.isEmpty() || isChinese() ? fee : within(fee) + " ";
  }

  /** The name of a fee within a sentence. */
  String fee(FeeType type) {
    return within(FeeCatalogue.builtIn().title(type).in(words.locale()));
  }

  private String within(String fee) {
    return isChinese() ? fee : fee.substring(0, 1).toLowerCase(Locale.ROOT) + fee.substring(1);
  }

  private boolean isChinese() {
    return words.locale().equals(Words.CHINESE);
  }

  /** Days to stand at the head of a sentence: a year, a month, a day or from one to another. */
  String scope(DateRange days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    String year = Integer.toString(from.getYear());
    if (from.equals(to)) {
      return say("scope.day", from.toString());
    }
    if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))) {
      return say("scope.year", year);
    }
    return from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1))
        ? say("scope.month", year, Integer.toString(from.getMonthValue()), monthName(from))
        : say("scope.period", from.toString(), to.toString());
  }

  private String monthName(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, words.locale());
  }

  /** The sentence where an amount is above zero, else nothing. */
  String ifAny(String key, JsonNode amount) {
    return isZero(amount) ? "" : say(key, amount.asText());
  }

  /** How a result compares with the answer before it; nothing where there is none. */
  List<String> comparison(JsonNode found, String field) {
    if (!found.hasNonNull("before")) {
      return List.of();
    }
    Money before = Money.parse(text(found, "before"));
    int more = Money.parse(text(found, field)).compareTo(before);
    String key = more > 0 ? "than.more" : more < 0 ? "than.less" : "than.same";
    return List.of(say(key, text(found, "difference"), before.toString()));
  }

  static boolean isZero(JsonNode amount) {
    return amount.isMissingNode() || amount.isNull() || Money.parse(amount.asText()).isZero();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
