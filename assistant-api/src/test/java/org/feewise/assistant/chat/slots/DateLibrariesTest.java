package org.feewise.assistant.chat.slots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.convert.NumberChineseFormatter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import com.xkzhangsan.time.nlp.TimeNLP;
import com.xkzhangsan.time.nlp.TimeNLPUtil;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocpsoft.prettytime.nlp.PrettyTimeParser;

/**
 * The grammar of dates and amounts beside the libraries that could have served instead: xk-time and
 * PrettyTime for dates, Hutool and ICU4J for Chinese numbers. Decision 0098 has what it printed.
 */
class DateLibrariesTest {
  private static final Path CASES = Path.of("src/test/resources/org/feewise/assistant/chat");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.systemDefault();

  /** A first message, the days annotated in it, and the day it was said on. */
  private record Phrase(String text, Intent intent, DateRange days, LocalDate today) {}

  private interface Reader {
    Set<LocalDate> days(String text, LocalDate today);
  }

  @ParameterizedTest
  @CsvSource({"zh", "en"})
  void noLibraryReadsMoreOfTheDatesThatStrangersSaid(String language) throws IOException {
    List<Phrase> phrases = new ArrayList<>();
    for (String set : List.of("cases", "voices", "strangers")) {
      phrases.addAll(phrases(set + "." + language));
    }
    long ours = phrases.stream().filter(DateLibrariesTest::readsAll).count();
    Reader library = language.equals("zh") ? DateLibrariesTest::xkTime : DateLibrariesTest::pretty;
    long whole = phrases.stream().filter(phrase -> readsAll(library, phrase)).count();
    long starts = phrases.stream().filter(phrase -> readsStart(library, phrase)).count();
    long silent = phrases.stream().filter(phrase -> days(library, phrase).isEmpty()).count();
    assertThat(phrases).hasSizeGreaterThan(50);
    assertThat(ours)
        .as(
            "of %d phrases; the library all days of %d, the first of %d, nothing of %d",
            phrases.size(), whole, starts, silent)
        .isGreaterThan(starts);
  }

  private static boolean readsAll(Phrase phrase) {
    String normal = NormalText.of(phrase.text);
    Said said = SlotGrammar.read(normal, phrase.today);
    Slots slots = SlotRoles.of(said, phrase.intent, normal.toLowerCase(Locale.ROOT));
    return slots.period().filter(phrase.days::equals).isPresent()
        || slots.asOf().map(day -> new DateRange(day, day)).filter(phrase.days::equals).isPresent();
  }

  /**
   * A library that names days rather than ranges is right where it names the first and the last.
   */
  private static boolean readsAll(Reader library, Phrase phrase) {
    return days(library, phrase).containsAll(List.of(phrase.days.from(), phrase.days.to()));
  }

  private static boolean readsStart(Reader library, Phrase phrase) {
    return days(library, phrase).contains(phrase.days.from());
  }

  private static Set<LocalDate> days(Reader library, Phrase phrase) {
    try {
      return library.days(phrase.text, phrase.today);
    } catch (RuntimeException failed) {
      return Set.of();
    }
  }

  private static Set<LocalDate> xkTime(String text, LocalDate today) {
    List<TimeNLP> found = TimeNLPUtil.parse(text, today + "-12-00-00");
    Set<LocalDate> days = new HashSet<>();
    if (found != null) {
      found.forEach(time -> days.add(day(time.getTime())));
    }
    return days;
  }

  private static Set<LocalDate> pretty(String text, LocalDate today) {
    Date noon = Date.from(today.atTime(12, 0).atZone(ZONE).toInstant());
    Set<LocalDate> days = new HashSet<>();
    new PrettyTimeParser(TimeZone.getTimeZone(ZONE))
        .parse(text, noon)
        .forEach(date -> days.add(day(date)));
    return days;
  }

  private static LocalDate day(Date date) {
    return date.toInstant().atZone(ZONE).toLocalDate();
  }

  private static List<Phrase> phrases(String file) throws IOException {
    List<Phrase> phrases = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve(file + ".jsonl"))) {
      JsonNode talk = JSON.readTree(line);
      JsonNode first = talk.get("turns").get(0);
      LocalDate today = LocalDate.parse(talk.get("today").asText());
      Intent intent = Intent.named(first.get("intent").asText());
      days(first.get("slots"))
          .ifPresent(
              days -> phrases.add(new Phrase(first.get("say").asText(), intent, days, today)));
    }
    return phrases;
  }

  private static Optional<DateRange> days(JsonNode slots) {
    JsonNode period = slots.path("period");
    if (!period.isMissingNode()) {
      return Optional.of(
          new DateRange(
              LocalDate.parse(period.get("from").asText()),
              LocalDate.parse(period.get("to").asText())));
    }
    return Optional.ofNullable(slots.get("asOf"))
        .map(day -> LocalDate.parse(day.asText()))
        .map(day -> new DateRange(day, day));
  }

  /** Worked by hand. */
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("三百五", "350"),
          Map.entry("一千二", "1200"),
          Map.entry("两万三", "23000"),
          Map.entry("1.2万", "12000"),
          Map.entry("3千", "3000"),
          Map.entry("一百零五", "105"),
          Map.entry("两千零五十", "2050"),
          Map.entry("十二", "12"),
          Map.entry("一万两千三百四十五", "12345"),
          Map.entry("六百", "600"),
          Map.entry("一千零一", "1001"),
          Map.entry("九十九", "99"),
          Map.entry("壹仟贰佰", "1200"),
          Map.entry("十万", "100000"),
          Map.entry("八千八", "8800"),
          Map.entry("二点五万", "25000"));

  @Test
  void noLibraryReadsMoreOfTheNumbersPeopleSay() {
    long ours = NUMBERS.keySet().stream().filter(text -> isRight(text, ours(text))).count();
    long hutool = NUMBERS.keySet().stream().filter(text -> isRight(text, hutool(text))).count();
    long icu = NUMBERS.keySet().stream().filter(text -> isRight(text, icu(text))).count();
    assertThat(NUMBERS.keySet()).allMatch(text -> isRight(text, ours(text)));
    assertThat(ours).isGreaterThanOrEqualTo(hutool).isGreaterThanOrEqualTo(icu);
  }

  private static boolean isRight(String text, Optional<BigDecimal> read) {
    return read.filter(number -> number.compareTo(new BigDecimal(NUMBERS.get(text))) == 0)
        .isPresent();
  }

  private static Optional<BigDecimal> ours(String text) {
    return Amounts.in(NormalText.of(text + "元"), true, new BitSet()).stream()
        .map(Amounts.Found::amount)
        .map(Money::toString)
        .map(BigDecimal::new)
        .findFirst();
  }

  private static Optional<BigDecimal> hutool(String text) {
    try {
      return Optional.of(BigDecimal.valueOf(NumberChineseFormatter.chineseToNumber(text)));
    } catch (RuntimeException notRead) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> icu(String text) {
    try {
      RuleBasedNumberFormat format =
          new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);
      return Optional.of(new BigDecimal(format.parse(text).toString()));
    } catch (ParseException | RuntimeException notRead) {
      return Optional.empty();
    }
  }
}
