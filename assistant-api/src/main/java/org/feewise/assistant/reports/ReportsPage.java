package org.feewise.assistant.reports;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reports.files.ReportFiles;
import org.feewise.models.fees.FeeType;

/** The payment trend for the analyst: a chart, the same figures as a table, and files. */
@Path("/reports")
@RolesAllowed(Role.Name.ANALYST)
public class ReportsPage {
  private static final int USUAL_MONTHS = 12;

  private final PaymentTrendReport trend;
  private final CallerLocale caller;
  private final Clock clock;
  private final Template page;

  ReportsPage(
      PaymentTrendReport trend,
      CallerLocale caller,
      Clock clock,
      @Location("reports/reports.html") Template page) {
    this.trend = trend;
    this.caller = caller;
    this.clock = clock;
    this.page = page;
  }

  /** A choice of a filter. */
  public record Choice(String value, String name) {}

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response show(@BeanParam ReportParameters given) {
    ReportParameters asked = given.isBare() ? lastMonths() : given;
    List<String> districts = trend.districts();
    TemplateInstance content = form(asked, districts);
    try {
      Report report = trend.answer(asked.question(districts), caller.locale());
      return Response.ok(shown(content, report, asked).render()).build();
    } catch (Problem problem) {
      String html =
          content.data("report", null).data("problem", problem.sentence(caller.locale())).render();
      return Response.status(problem.status()).entity(html).build();
    }
  }

  @GET
  @Path("payment-trend.csv")
  @Produces(ReportFiles.CSV)
  public Response csv(@BeanParam ReportParameters asked) {
    return ReportFiles.csv(answer(asked));
  }

  @GET
  @Path("payment-trend.xlsx")
  @Produces(ReportFiles.SPREADSHEET)
  public Response spreadsheet(@BeanParam ReportParameters asked) {
    return ReportFiles.spreadsheet(answer(asked), caller.locale());
  }

  private Report answer(ReportParameters asked) {
    return trend.answer(asked.question(trend.districts()), caller.locale());
  }

  private TemplateInstance form(ReportParameters asked, List<String> districts) {
    Locale locale = caller.locale();
    return page.data("words", caller.words(ReportsPage.class, "reports"))
        .data("asked", asked)
        .data("by", String.join(",", asked.by()))
        .data("breakdowns", Breakdown.values())
        .data(
            "feeTypes",
            List.of(FeeType.values()).stream()
                .map(type -> new Choice(type.name(), trend.nameOf(type, locale)))
                .toList())
        .data(
            "districts",
            districts.stream()
                .map(district -> new Choice(district, trend.nameOf(district, locale)))
                .toList())
        .data("problem", null);
  }

  private TemplateInstance shown(TemplateInstance content, Report report, ReportParameters asked) {
    return content
        .data("report", report)
        .data("table", ShownTable.of(report, caller.locale()))
        .data("query", asked.query());
  }

  /** The year that ends with the month of the analysis. */
  private ReportParameters lastMonths() {
    YearMonth last = trend.asOf().map(YearMonth::from).orElseGet(() -> YearMonth.now(clock));
    return new ReportParameters(
        last.minusMonths(USUAL_MONTHS - 1L).toString(),
        last.toString(),
        null,
        null,
        List.of(Breakdown.MONTH.parameter()));
  }
}
