package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** Reads the details of a message: fees, times, amounts, counts, methods, channels and numbers. */
public final class SlotGrammar {
  private static final Names<FeeType> FEES_CHINESE = Names.read("fees.zh.txt", FeeType.class);
  private static final Names<FeeType> FEES_ENGLISH = Names.read("fees.en.txt", FeeType.class);
  private static final Names<PaymentMethod> METHODS =
      Names.read("methods.txt", PaymentMethod.class);
  private static final Names<ReminderChannel> CHANNELS =
      Names.read("channels.txt", ReminderChannel.class);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![a-z0-9.¥$])(?=[a-z-]*\\d)(?=(?:[a-z-]*\\d){4})[a-z0-9][a-z0-9-]{4,31}(?![a-z0-9.])");
  private static final Pattern RECEIPT_WORDS =
      Pattern.compile("票据|收据|发票|凭证|电子票|票号|完税|回执|receipt|invoice|voucher|certificate");
  private static final Pattern BILL_WORDS =
      Pattern.compile("账单|缴款|通知单|单号|决定书|处罚书|缴费单|帐单|那单|这单|bill|notice|order");
  private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern TAKEN_BACK_BEFORE =
      Pattern.compile(
          "(?:(?<!是)不是|并不是|别查|不要|不看|不查|不用|别用|别发|别打|not (?:the |my )?|instead of (?:the |my )?|rather than (?:the |my )?)$");

  private static final Pattern LACKED_BEFORE =
      Pattern.compile(
          "(?:没有|没办|没开通|没装|不会用|不用|用不了|用不来|不会|\\bno |\\bwithout (?:a |any )?|\\b(?:don'?t|do not|can'?t|cannot|never) (?:have|use) (?:a |any |my )?)$");

  private static final Pattern FOR_ANOTHER_AFTER =
      Pattern.compile("^(?:了|吧)?(?:[,;。] ?(?!谢|thank)[^不别]|改|换|,? ?(?:but|use|go with)\\b)");

  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "("
              + NumberWords.CHINESE
              + ")个?(?:期|次|笔|月|天|日|份)?|("
              + NumberWords.ENGLISH
              + ")(?: ?(?:months?|instal?lments?|payments?|parts?|times?|days?))?");

  private static final Pattern IN_FULL =
      Pattern.compile(
          "一次性?(?:全部?)?(?:交|付|缴|结|还)|一把(?:交|付)|一口气(?:交|付)|全额(?:交|付|缴)|全部(?:交|付|缴)(?:了|清|掉)|in full\\b|all at once\\b|in one go\\b|the whole (?:thing|amount)|one payment\\b");
  private static final Pattern OVERDUE =
      Pattern.compile(
          "逾期|过期|超期|拖欠|过了期|超时|过了截止|\\boverdue\\b|\\bpast[- ]due\\b|\\bpast (?:the|their|its) (?:deadline|due)|\\bmissed\\b|\\blate bills\\b|\\bin arrears\\b|\\barrears\\b");
  private static final Pattern UNPAID =
      Pattern.compile(
          "[没未][有]?(?:缴|交|付|结|还|清|支付)|待(?:缴|交|付|支付)|(?<!多)欠|还差|尚欠|没结清|\\bunpaid\\b|\\boutstanding\\b|\\bnot (?:yet )?(?:been )?paid\\b|\\bhaven'?t (?:yet )?(?:paid|been paid|settled)|\\bowe\\b|\\bowed\\b|\\bowing\\b|\\bstill (?:due|open|to pay)\\b|\\bpending\\b|\\bunsettled\\b|\\bleft to pay\\b|\\byet to pay\\b|\\bnot settled\\b|\\bhasn'?t been paid\\b");
  private static final Pattern PAID =
      Pattern.compile(
          "(?:已经?|已)(?:缴|交|付|结|还|支付)|(?:缴|交|付|结|还)(?:过|完|清)(?:了)?的|结清了?的|付掉的|\\b(?:already |been |i(?:'ve)? )?paid\\b|\\bsettled\\b");

  private SlotGrammar() {}

  /** The whole number that a text consists of, in digits or words, with or without its unit. */
  public static Optional<Integer> bareNumber(String text) {
    Matcher number = BARE_NUMBER.matcher(text);
    return number.matches()
        ? NumberWords.whole(number.group(1) == null ? number.group(2) : number.group(1))
        : Optional.empty();
  }

  /**
   * The details named in a text.
   *
   * @param text a message in normal form
   * @param today the day the message is said on
   */
  public static Said read(String text, LocalDate today) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean chinese =
        lower
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    Reading reading = new Reading(text, lower, chinese, today);
    return reading.said();
  }

  /** One pass over one text: each kind of detail takes its places, the next kinds read the rest. */
  private static final class Reading {
    private final String text;
    private final String lower;
    private final boolean chinese;
    private final LocalDate today;
    private final BitSet taken = new BitSet();
    private final List<Mask> masks = new ArrayList<>();

    private record Mask(int start, int end, String word) {}

    Reading(String text, String lower, boolean chinese, LocalDate today) {
      this.text = text;
      this.lower = lower;
      this.chinese = chinese;
      this.today = today;
    }

    Said said() {
      Optional<Counts.Found> daysBefore = Counts.daysBefore(lower);
      daysBefore.ifPresent(count -> take(count.start(), count.end(), "提前几天", "days before"));
      Optional<Counts.Found> instalments = Counts.instalments(lower);
      instalments.ifPresent(count -> take(count.start(), count.end(), "分几期", "in instalments"));
      List<Said.SaidNumber> numbers = numbers();
      List<FeeType> fees = fees();
      List<SaidDate> dates = DateGrammar.in(lower, chinese, today, taken);
      dates.forEach(
          date -> masks.add(new Mask(date.start(), date.end(), chinese ? "某时" : "sometime")));
      List<Amounts.Found> amounts = Amounts.in(lower, chinese, taken);
      amounts.forEach(
          amount ->
              masks.add(new Mask(amount.start(), amount.end(), chinese ? "若干元" : "some yuan")));
      return new Said(
          fees,
          dates,
          amounts.stream().map(a -> new Said.SaidAmount(a.amount(), a.monthly())).toList(),
          instalments.map(Counts.Found::count),
          daysBefore.map(Counts.Found::count),
          distinct(METHODS.in(lower).stream().filter(this::isMeant).toList()),
          distinct(CHANNELS.in(lower).stream().filter(this::isMeant).toList()),
          numbers,
          status(),
          IN_FULL.matcher(lower).find(),
          masked());
    }

    private void take(int start, int end, String chineseWord, String englishWord) {
      taken.set(start, end);
      masks.add(new Mask(start, end, chinese ? chineseWord : englishWord));
    }

    private List<Said.SaidNumber> numbers() {
      List<Said.SaidNumber> numbers = new ArrayList<>();
      Matcher matcher = NUMBER.matcher(lower);
      while (matcher.find()) {
        String number = text.substring(matcher.start(), matcher.end());
        boolean date =
            number.matches("20\\d\\d-?(?:0[1-9]|1[0-2])(?:-?[0-3]\\d)?|\\d{1,4}-\\d{1,2}-\\d{1,2}");
        boolean money =
            lower.startsWith("元", matcher.end()) || lower.startsWith("块", matcher.end());
        if (!date
            && !money
            && !PHONE.matcher(number).matches()
            && taken.get(matcher.start(), matcher.end()).isEmpty()) {
          numbers.add(new Said.SaidNumber(number, kind(matcher.start(), matcher.end())));
          take(matcher.start(), matcher.end(), "某号码", "some number");
        }
      }
      return numbers;
    }

    private Said.SaidNumber.Kind kind(int start, int end) {
      String around =
          lower.substring(Math.max(0, start - 24), start)
              + " "
              + lower.substring(end, Math.min(lower.length(), end + 16));
      return RECEIPT_WORDS.matcher(around).find()
          ? Said.SaidNumber.Kind.RECEIPT
          : BILL_WORDS.matcher(around).find()
              ? Said.SaidNumber.Kind.BILL
              : Said.SaidNumber.Kind.UNKNOWN;
    }

    private List<FeeType> fees() {
      List<Names.Found<FeeType>> found = new ArrayList<>(FEES_ENGLISH.in(lower));
      if (chinese) {
        found.addAll(FEES_CHINESE.in(lower));
        found.sort(java.util.Comparator.comparingInt(Names.Found::start));
      }
      boolean oneByName = found.stream().anyMatch(name -> name.things().size() == 1);
      Set<FeeType> fees = new LinkedHashSet<>();
      for (Names.Found<FeeType> name : found) {
        boolean takenBack =
            found.size() > 1 && TAKEN_BACK_BEFORE.matcher(lower.substring(0, name.start())).find();
        boolean onlyCollective = !chinese && oneByName && name.things().size() > 1;
        if (!takenBack && !onlyCollective) {
          fees.addAll(name.things());
        }
        take(name.start(), name.end(), "某费", "some fee");
      }
      return List.copyOf(fees);
    }

    /** Whether a way is not one that is only named to be given up for another. */
    private boolean isMeant(Names.Found<?> way) {
      return !LACKED_BEFORE.matcher(lower.substring(0, way.start())).find() && isNotExchanged(way);
    }

    private boolean isNotExchanged(Names.Found<?> way) {
      return !TAKEN_BACK_BEFORE.matcher(lower.substring(0, way.start())).find()
          || !FOR_ANOTHER_AFTER.matcher(lower.substring(way.end())).find();
    }

    private Optional<BillStatus> status() {
      if (OVERDUE.matcher(lower).find()) {
        return Optional.of(BillStatus.OVERDUE);
      }
      if (UNPAID.matcher(lower).find()) {
        return Optional.of(BillStatus.UNPAID);
      }
      return PAID.matcher(lower).find() ? Optional.of(BillStatus.PAID) : Optional.empty();
    }

    private static <E extends Enum<E>> List<E> distinct(List<Names.Found<E>> names) {
      return names.stream().flatMap(name -> name.things().stream()).distinct().toList();
    }

    private String masked() {
      masks.sort(java.util.Comparator.comparingInt(Mask::start));
      StringBuilder masked = new StringBuilder();
      int at = 0;
      for (Mask mask : masks) {
        if (mask.start() >= at) {
          masked.append(lower, at, mask.start()).append(mask.word());
          at = mask.end();
        }
      }
      return masked.append(lower.substring(at)).toString();
    }
  }
}
