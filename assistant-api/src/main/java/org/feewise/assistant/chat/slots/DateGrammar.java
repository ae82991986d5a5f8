package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the times in a message as whole days, joined where one reaches to the next. */
final class DateGrammar {
  private static final List<DateRule> CHINESE = ChineseDates.rules();
  private static final List<DateRule> ENGLISH = EnglishDates.rules();

  private static final Pattern BETWEEN =
      Pattern.compile(" ?(?:到|至|~|-|—|–|一直到|直到|to|until|till|through|thru|and) ?");
  private static final Pattern AND = Pattern.compile(" ?(?:和|跟|与|、|加) ?");
  private static final Pattern TO_NOW =
      Pattern.compile("^(?:到现在|至今|以来|到目前|到如今|开始到现在| until now| till now| to date| so far)");
  private static final Pattern LIMIT_AFTER = Pattern.compile("^(?:的?(?:之前|以前|前(?!面)|为止|以内|之内))");
  private static final Pattern LIMIT_BEFORE =
      Pattern.compile(
          "(?:截至|截止到?|拖到|等到|拖延到|推迟到|推到|赶在|最迟|最晚|留到|挨到|(?<!收|交|缴|付|达|从.{0,8})到"
              + "|\\b(?:by|before|until|till|wait(?:ing)? (?:until|till|to)|no later than) (?:the )?)$");
  private static final Pattern RECURRING =
      Pattern.compile(
          "(?:(?:每个?月|每年|every month on |each month on |monthly on )(?:的|the )?|碰到|碰上|遇到|遇上|赶上|落在|正好是"
              + "|\bfall(?:s|ing)? on (?:a |the )?)$");

  private DateGrammar() {}

  /** The times in a text outside of the places already taken, which it takes in turn. */
  static List<SaidDate> in(String text, boolean chinese, LocalDate today, BitSet taken) {
    List<SaidDate> dates = new ArrayList<>();
    for (DateRule.Found found : found(text, chinese ? CHINESE : ENGLISH, today, taken)) {
      if (RECURRING.matcher(text.substring(0, found.start())).find()) {
        continue;
      }
      SaidDate date = limited(text, found, today);
      Optional<SaidDate> joined =
          dates.isEmpty() ? Optional.empty() : joined(text, dates.getLast(), date);
      joined.ifPresent(whole -> dates.removeLast());
      dates.add(joined.orElse(date));
    }
    return dates;
  }

  private static List<DateRule.Found> found(
      String text, List<DateRule> rules, LocalDate today, BitSet taken) {
    List<DateRule.Found> all = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      Optional<DateRule.Found> found =
          taken.get(at) ? Optional.empty() : DateRule.longestAt(rules, text, at, today);
      if (found.isPresent()) {
        all.add(found.get());
        taken.set(at, found.get().end());
        at = found.get().end() - 1;
      }
    }
    return all;
  }

  private static SaidDate limited(String text, DateRule.Found found, LocalDate today) {
    String after = text.substring(found.end());
    var toNow = TO_NOW.matcher(after);
    if (toNow.find() && !found.when().past().from().isAfter(today)) {
      DateRange range = new DateRange(found.when().past().from(), today);
      return new SaidDate(
          found.start(), found.end() + toNow.end(), When.exactly(range), false, today);
    }
    String said = text.substring(found.start(), found.end());
    boolean limit =
        LIMIT_AFTER.matcher(after).find()
            || said.matches(".*(?:前|以内|之内|内)|before .*|(?:with)?in .*")
            || LIMIT_BEFORE.matcher(text.substring(0, found.start())).find();
    return new SaidDate(found.start(), found.end(), found.when(), limit, today);
  }

  private static Optional<SaidDate> joined(String text, SaidDate first, SaidDate second) {
    String between = text.substring(first.end(), second.start());
    boolean adjoins =
        first.when().past().to().plusDays(1).equals(second.when().past().from())
            && AND.matcher(between).matches();
    if (!adjoins && !BETWEEN.matcher(between).matches()) {
      return Optional.empty();
    }
    return first
        .when()
        .through(second.when())
        .map(when -> new SaidDate(first.start(), second.end(), when, false, first.today()));
  }
}
