package org.feewise.assistant.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.bills.Page;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reports.files.ReportFiles;
import org.feewise.assistant.reports.risk.RiskReport;
import org.feewise.assistant.reports.risk.RiskReports;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestPath;

/** Reports for analysts' programs. */
@Path("/api/v1/reports")
@RolesAllowed(Role.Name.ANALYST)
@Tag(name = "reports")
class ReportResource {
  private static final String EXAMPLE =
      """
      {"name": "payment-trend", "title": "Payment trend", "description": "...",
       "asOf": "2026-11-23T08:00:00+08:00",
       "filters": {"from": "2026-10", "to": "2026-10", "feeType": "WATER", "district": null,
         "by": ["month"]},
       "columns": [
         {"name": "month", "title": "Month due", "kind": "MONTH", "unit": null,
          "description": "..."},
         {"name": "billed", "title": "Billed", "kind": "MONEY", "unit": "CNY",
          "description": "..."}],
       "rows": [{"month": "2026-10", "bills": 2804, "billed": "137905.20",
         "collected": "131002.75", "onTimeShare": 0.8431, "onTimeBills": 2364, "lateBills": 301,
         "overdueBills": 139, "overdueAmount": "6902.45"}],
       "notes": []}\
      """;
  private static final String EXAMPLE_CSV =
      """
      month,bills,billed,collected,onTimeShare,onTimeBills,lateBills,overdueBills,overdueAmount
      2026-10,2804,137905.20,131002.75,0.8431,2364,301,139,6902.45""";

  private static final List<Variant> FORMS =
      Variant.mediaTypes(
              MediaType.APPLICATION_JSON_TYPE,
              MediaType.valueOf(ReportFiles.CSV),
              MediaType.valueOf(ReportFiles.SPREADSHEET))
          .build();

  private final PaymentTrendReport trend;
  private final RiskReports risk;
  private final CallerLocale caller;

  ReportResource(PaymentTrendReport trend, RiskReports risk, CallerLocale caller) {
    this.trend = trend;
    this.risk = risk;
    this.caller = caller;
  }

  /**
   * A report there is.
   *
   * @param href address of its figures
   * @param asOf when they were computed; null before the first analysis
   */
  public record Listed(
      String name, String title, String description, String href, OffsetDateTime asOf) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The reports there are")
  @APIResponse(responseCode = "200", description = "all of them, on one page")
  public Page<Listed> list() {
    Words words = caller.words(ReportResource.class, "reports");
    String name = PaymentTrendReport.NAME;
    Listed listed =
        new Listed(
            name,
            words.say("title." + name),
            words.say("description." + name),
            "/api/v1/reports/" + name,
            trend.asOf().orElse(null));
    Stream<Listed> ofRisk =
        risk.listed(caller.locale()).stream()
            .map(
                report ->
                    new Listed(
                        report.name(),
                        report.title(),
                        report.description(),
                        "/api/v1/reports/" + report.name(),
                        report.asOf()));
    return new Page<>(Stream.concat(Stream.of(listed), ofRisk).toList(), null);
  }

  @GET
  @Path("{name}")
  @Produces({MediaType.APPLICATION_JSON, ReportFiles.CSV, ReportFiles.SPREADSHEET})
  @Operation(
      summary = "One report: rows, and what their columns mean",
      description =
          "As JSON, or as a file when CSV or a spreadsheet is accepted. No row tells of a person:"
              + " groups of fewer than five bills in a district are counted among the others."
              + " The reports risk-runs, risk-drift, risk-calibration and risk-fairness tell of the"
              + " model of late payment and take no filter.")
  @APIResponse(
      responseCode = "200",
      description = "the report; CSV has the columns' names, a spreadsheet their titles",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Report.class),
            examples = @ExampleObject(name = "water by month", value = EXAMPLE)),
        @Content(
            mediaType = ReportFiles.CSV,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "water by month", value = EXAMPLE_CSV)),
        @Content(
            mediaType = ReportFiles.SPREADSHEET,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "400", description = "a parameter is wrong; its name is in `field`")
  @APIResponse(responseCode = "404", description = "there is no report of that name")
  @APIResponse(responseCode = "406", description = "none of the forms is accepted")
  public Response report(
      @Parameter(example = PaymentTrendReport.NAME) @RestPath String name,
      @BeanParam ReportParameters parameters,
      @Context Request request) {
    Optional<RiskReport> ofRisk = RiskReport.named(name);
    if (!name.equals(PaymentTrendReport.NAME) && ofRisk.isEmpty()) {
      throw new Problem(ReportResource.class, 404, "no-such-report", name).at("name");
    }
    Variant form = request.selectVariant(FORMS);
    if (form == null) {
      throw new NotAcceptableException();
    }
    Locale locale = caller.locale();
    Report report =
        ofRisk.isPresent()
            ? risk.answer(ofRisk.get(), locale)
            : trend.answer(parameters.question(trend.districts()), locale);
    return switch (form.getMediaType().toString()) {
      case ReportFiles.CSV -> ReportFiles.csv(report);
      case ReportFiles.SPREADSHEET -> ReportFiles.spreadsheet(report, locale);
      default -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
    };
  }
}
