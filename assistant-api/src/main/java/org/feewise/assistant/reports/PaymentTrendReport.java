package org.feewise.assistant.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feewise.assistant.reports.ReportColumn.Kind;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.words.Words;

/** The report {@code payment-trend}: what was billed, collected, paid on time, late or not. */
@ApplicationScoped
class PaymentTrendReport {
  static final String NAME = "payment-trend";

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("bills", Kind.COUNT, TrendRow::bills),
          new Figure("billed", Kind.MONEY, TrendRow::billed),
          new Figure("collected", Kind.MONEY, TrendRow::collected),
          new Figure("onTimeShare", Kind.SHARE, row -> row.onTimeShare().orElse(null)),
          new Figure("onTimeBills", Kind.COUNT, TrendRow::onTime),
          new Figure("lateBills", Kind.COUNT, TrendRow::late),
          new Figure("overdueBills", Kind.COUNT, TrendRow::overdue),
          new Figure("overdueAmount", Kind.MONEY, TrendRow::overdueAmount));

  private final PaymentTrendTable table;
  private final Surcharges surcharges;
  private final Clock clock;

  PaymentTrendReport(PaymentTrendTable table, Surcharges surcharges, Clock clock) {
    this.table = table;
    this.surcharges = surcharges;
    this.clock = clock;
  }

  Optional<OffsetDateTime> asOf() {
    return table.computedAt().map(this::here);
  }

  List<String> districts() {
    return table.districts();
  }

  /** The report in one language. */
  Report answer(TrendQuestion question, Locale locale) {
    Words words = words(locale);
    List<Figure> figures = figures(question, locale);
    OffsetDateTime asOf = asOf().orElse(null);
    return new Report(
        NAME,
        words.say("title." + NAME),
        words.say("description." + NAME),
        asOf,
        filters(question),
        figures.stream().map(figure -> figure.column(words)).toList(),
        table.rows(question).stream().map(row -> values(row, figures)).toList(),
        notes(question, asOf, words));
  }

  String nameOf(FeeType feeType, Locale locale) {
    return surcharges.catalogue().title(feeType).in(locale);
  }

  String nameOf(String district, Locale locale) {
    return switch (district) {
      case TrendRow.OTHER_DISTRICTS -> words(locale).say("district.other");
      case TrendRow.UNKNOWN_DISTRICT -> words(locale).say("district.unknown");
      default -> district;
    };
  }

  private static Words words(Locale locale) {
    return Words.of(PaymentTrendReport.class, "reports", locale);
  }

  private OffsetDateTime here(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime();
  }

  private static Report.Filters filters(TrendQuestion question) {
    return new Report.Filters(
        question.from().map(YearMonth::toString).orElse(null),
        question.to().map(YearMonth::toString).orElse(null),
        question.feeType().map(Enum::name).orElse(null),
        question.district().orElse(null),
        question.by().stream().map(Breakdown::parameter).toList());
  }

  /** One column and where its values come from. */
  private record Figure(String name, Kind kind, Function<TrendRow, Object> value) {
    ReportColumn column(Words words) {
      return new ReportColumn(
          name,
          words.say("column." + name),
          kind,
          kind.isNumber() ? words.sayKey("unit", kind) : null,
          words.say("column." + name + ".means"));
    }
  }

  private List<Figure> figures(TrendQuestion question, Locale locale) {
    return Stream.concat(
            question.by().stream().flatMap(breakdown -> keys(breakdown, locale)), FIGURES.stream())
        .toList();
  }

  private Stream<Figure> keys(Breakdown breakdown, Locale locale) {
    return switch (breakdown) {
      case MONTH -> Stream.of(new Figure("month", Kind.MONTH, row -> row.month().toString()));
      case FEE_TYPE ->
          Stream.of(
              new Figure("feeType", Kind.CODE, row -> row.feeType().name()),
              new Figure("feeTypeName", Kind.NAME, row -> nameOf(row.feeType(), locale)));
      case DISTRICT ->
          Stream.of(
              new Figure("district", Kind.CODE, TrendRow::district),
              new Figure("districtName", Kind.NAME, row -> nameOf(row.district(), locale)));
    };
  }

  private static Map<String, Object> values(TrendRow row, List<Figure> figures) {
    Map<String, Object> values = new LinkedHashMap<>();
    figures.forEach(figure -> values.put(figure.name(), figure.value().apply(row)));
    return values;
  }

  private static List<String> notes(TrendQuestion question, OffsetDateTime asOf, Words words) {
    List<String> notes = new ArrayList<>();
    if (asOf == null) {
      notes.add(words.say("note.not-analysed"));
    }
    if (question.tellsDistricts()) {
      notes.add(words.say("note.small-groups", Integer.toString(PaymentTrendTable.SMALLEST_GROUP)));
    }
    return notes;
  }
}
