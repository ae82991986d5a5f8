package org.feewise.assistant.reports.risk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reports.Report;
import org.feewise.assistant.reports.files.ReportFiles;
import org.jboss.resteasy.reactive.RestPath;

/** The risk model for the analyst: what it is worth, what drifts, and whom it treats how. */
@Path("/reports/risk")
@RolesAllowed(Role.Name.ANALYST)
public class RiskPage {
  private static final int SHOWN_RUNS = 10;

  private final RiskTables tables;
  private final RiskReports reports;
  private final CallerLocale caller;
  private final Template page;

  RiskPage(
      RiskTables tables,
      RiskReports reports,
      CallerLocale caller,
      @Location("reports/risk.html") Template page) {
    this.tables = tables;
    this.reports = reports;
    this.caller = caller;
    this.page = page;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String show() {
    RiskWords words = new RiskWords(caller.locale());
    List<Figures> runs = tables.runs(SHOWN_RUNS);
    RiskView view =
        Optional.of(runs)
            .filter(found -> !found.isEmpty())
            .map(List::getFirst)
            .map(run -> view(run, runs, words))
            .orElse(null);
    return page.data("words", words.words()).data("view", view).render();
  }

  private RiskView view(Figures run, List<Figures> runs, RiskWords words) {
    long id = run.count("run_id");
    return RiskView.of(
        new RiskView.Found(
            run,
            runs,
            tables.alarms(id),
            tables.drift(id),
            tables.calibration(id),
            tables.fairness(id)),
        words);
  }

  @GET
  @Path("{name}.csv")
  @Produces(ReportFiles.CSV)
  public Response csv(@RestPath String name) {
    return ReportFiles.csv(reports.answer(named(name), caller.locale()));
  }

  @GET
  @Path("{name}.xlsx")
  @Produces(ReportFiles.SPREADSHEET)
  public Response spreadsheet(@RestPath String name) {
    return ReportFiles.spreadsheet(reports.answer(named(name), caller.locale()), caller.locale());
  }

  private static RiskReport named(String name) {
    return RiskReport.named(name)
        .orElseThrow(() -> new Problem(Report.class, 404, "no-such-report", name).at("name"));
  }
}
