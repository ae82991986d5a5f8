package org.feewise.assistant.operations;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.risk.RiskReason;
import org.feewise.models.words.Words;

/** Says the reasons behind risk scores, and what the scores are about, in one language. */
public final class ReasonWords {
  /** How the value of a feature is said; features that are not here are said as they are. */
  private static final Map<String, Saying> SAYINGS =
      Map.ofEntries(
          entry("amount_log", Saying.LOGARITHM_OF_MONEY),
          entry("issue_weekday", Saying.WEEKDAY),
          entry("due_weekday", Saying.WEEKDAY),
          entry("payer_bills", Saying.LOGARITHM_OF_COUNT),
          entry("payer_judged_bills", Saying.LOGARITHM_OF_COUNT),
          entry("payer_late_share", Saying.SHARE),
          entry("payer_late_share_recent", Saying.SHARE),
          entry("payer_late_share_fee_type", Saying.SHARE),
          entry("payer_late_share_channel", Saying.SHARE),
          entry("payer_reminded_share", Saying.SHARE),
          entry("payer_split_share", Saying.SHARE),
          entry("payer_parts_share", Saying.SHARE),
          entry("payer_open_paid_share", Saying.SHARE),
          entry("payer_late_share_reminded", Saying.SHARE),
          entry("payer_reminders_read_share", Saying.SHARE),
          entry("fee_type_late_share", Saying.SHARE),
          entry("district_late_share", Saying.SHARE),
          entry("district_fee_type_late_share", Saying.SHARE),
          entry("amount_against_usual", Saying.LOGARITHM_OF_RATIO),
          entry("amount_against_usual_fee_type", Saying.LOGARITHM_OF_RATIO),
          entry("fee_type", Saying.FEE_TYPE),
          entry("last_channel", Saying.CHANNEL),
          entry("payer_kind", Saying.PAYER_KIND));

  private enum Saying {
    LOGARITHM_OF_MONEY,
    LOGARITHM_OF_COUNT,
    LOGARITHM_OF_RATIO,
    SHARE,
    WEEKDAY,
    FEE_TYPE,
    CHANNEL,
    PAYER_KIND,
    NUMBER
  }

  private final FeeCatalogue catalogue;
  private final Words words;

  ReasonWords(FeeCatalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.words = Words.of(ReasonWords.class, "reasons", locale);
  }

  /** What was seen and whether it raises or lowers the risk. */
  public String sentence(RiskReason reason) {
    String seen = seen(reason);
    return words.say(reason.contribution() > 0 ? "raises" : "lowers", seen);
  }

  /** The fee's name. */
  public String name(FeeType feeType) {
    return catalogue.title(feeType).in(words.locale());
  }

  /** A probability as whole percents. */
  public String percent(double probability) {
    return rounded(probability * 100) + "%";
  }

  private String seen(RiskReason reason) {
    String key = "feature." + reason.feature();
    if (!words.has(key)) {
      return words.say("feature", reason.feature(), reason.value());
    }
    if (reason.value().isEmpty()) {
      return words.say(words.has(key + ".unknown") ? key + ".unknown" : "unknown");
    }
    boolean negative = reason.value().startsWith("-") && words.has(key + ".negative");
    String shown = negative ? reason.value().substring(1) : reason.value();
    return words.say(negative ? key + ".negative" : key, said(reason, shown));
  }

  /** The value as it is said, where {@code shown} is its text without a sign that is worded. */
  private String said(RiskReason reason, String shown) {
    Optional<Double> number =
        reason.number().map(value -> shown.equals(reason.value()) ? value : Math.abs(value));
    return switch (SAYINGS.getOrDefault(reason.feature(), Saying.NUMBER)) {
      case LOGARITHM_OF_MONEY -> number.map(n -> significant(Math.expm1(n), 3)).orElse(shown);
      case LOGARITHM_OF_COUNT -> number.map(n -> rounded(Math.expm1(n))).orElse(shown);
      case LOGARITHM_OF_RATIO -> number.map(n -> significant(Math.exp(n), 2)).orElse(shown);
      case SHARE -> number.map(this::percent).orElse(shown);
      case WEEKDAY -> named("weekday", shown);
      case FEE_TYPE -> feeType(shown).map(this::name).orElse(shown);
      case CHANNEL -> named("channel", shown);
      case PAYER_KIND -> named("payer", shown);
      case NUMBER -> number.map(n -> significant(n, 2)).orElse(shown);
    };
  }

  private String named(String set, String value) {
    return words.has(set + "." + value) ? words.sayKey(set, value) : value;
  }

  private static Optional<FeeType> feeType(String value) {
    try {
      return Optional.of(FeeType.valueOf(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String significant(double value, int digits) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }
}
