package org.feewise.assistant.reports;

import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.FeeType;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters of a report as they came; blank ones count as not given.
 *
 * @param by names of {@link Breakdown}, repeated or with commas between them
 */
public record ReportParameters(
    @Parameter(
            description = "first month in which the bills fell due; of a day, its month",
            example = "2026-01")
        @RestQuery
        String from,
    @Parameter(description = "last such month, inclusive", example = "2026-12-31") @RestQuery
        String to,
    @Parameter(description = "a fee type; without it, all", example = "WATER") @RestQuery
        String feeType,
    @Parameter(
            description =
                "a district of payers, or OTHER for those with groups too small to show;"
                    + " without it, all",
            example = "东湖区")
        @RestQuery
        String district,
    @Parameter(
            description =
                "what tells the rows apart: month, feeType, district, or several with commas"
                    + " between them; without it, month,feeType",
            example = "month")
        @RestQuery
        List<String> by) {
  private static final List<Breakdown> USUAL = List.of(Breakdown.MONTH, Breakdown.FEE_TYPE);
  private static final int MONTH_LENGTH = "2026-01".length();
  private static final int YEARS_END = 2200;

  public ReportParameters {
    by = by == null ? List.of() : List.copyOf(by);
  }

  /** Whether no parameter was given at all. */
  boolean isBare() {
    return from == null && to == null && feeType == null && district == null && by.isEmpty();
  }

  /**
   * The question they ask.
   *
   * @param districts those that exist; when there are none yet, any is taken
   * @throws Problem 400 that names the parameter at fault
   */
  TrendQuestion question(List<String> districts) {
    Optional<YearMonth> first = month("from", from);
    Optional<YearMonth> last = month("to", to);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw new Problem(ReportParameters.class, 400, "months-reversed", to.strip(), from.strip())
          .at("to");
    }
    return new TrendQuestion(first, last, knownFeeType(), knownDistrict(districts), breakdowns());
  }

  /** These parameters as the query of an address, with its question mark; empty for none. */
  String query() {
    UriBuilder address = UriBuilder.fromPath("");
    given(from).ifPresent(value -> address.queryParam("from", "{from}"));
    given(to).ifPresent(value -> address.queryParam("to", "{to}"));
    given(feeType).ifPresent(value -> address.queryParam("feeType", "{feeType}"));
    given(district).ifPresent(value -> address.queryParam("district", "{district}"));
    byNames().findAny().ifPresent(value -> address.queryParam("by", "{by}"));
    return address
        .resolveTemplate("from", from == null ? "" : from)
        .resolveTemplate("to", to == null ? "" : to)
        .resolveTemplate("feeType", feeType == null ? "" : feeType)
        .resolveTemplate("district", district == null ? "" : district)
        .resolveTemplate("by", byNames().collect(Collectors.joining(",")))
        .build()
        .toString();
  }

  private static Optional<YearMonth> month(String parameter, String value) {
    return given(value).map(text -> monthOf(parameter, text));
  }

  private static YearMonth monthOf(String parameter, String text) {
    try {
      YearMonth month =
          text.length() == MONTH_LENGTH
              ? YearMonth.parse(text)
              : YearMonth.from(LocalDate.parse(text));
      if (month.getYear() > 0 && month.getYear() < YEARS_END) {
        return month;
      }
    } catch (DateTimeException e) {
      // told below, with the reach of years
    }
    throw new Problem(ReportParameters.class, 400, "no-month", text).at(parameter);
  }

  private Optional<FeeType> knownFeeType() {
    return given(feeType)
        .map(
            name ->
                Arrays.stream(FeeType.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            unknown("feeType", name, Stream.of(FeeType.values()).map(Enum::name))));
  }

  private Optional<String> knownDistrict(List<String> districts) {
    Optional<String> asked = given(district);
    if (asked.isPresent() && !districts.isEmpty() && !districts.contains(asked.get())) {
      throw unknown("district", asked.get(), districts.stream());
    }
    return asked;
  }

  private List<Breakdown> breakdowns() {
    Set<Breakdown> asked =
        byNames()
            .map(
                name ->
                    Breakdown.named(name)
                        .orElseThrow(
                            () ->
                                unknown(
                                    "by",
                                    name,
                                    Stream.of(Breakdown.values()).map(Breakdown::parameter))))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return asked.isEmpty() ? USUAL : List.copyOf(asked);
  }

  private Stream<String> byNames() {
    return by.stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .flatMap(name -> given(name).stream());
  }

  private static Problem unknown(String parameter, String value, Stream<String> known) {
    return new Problem(
            ReportParameters.class,
            400,
            "unknown-value",
            value,
            parameter,
            known.collect(Collectors.joining(", ")))
        .at(parameter);
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
