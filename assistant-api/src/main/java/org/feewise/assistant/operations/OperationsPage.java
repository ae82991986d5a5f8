package org.feewise.assistant.operations;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.reminders.Inbox;
import org.feewise.assistant.reminders.ListPage;
import org.feewise.assistant.reminders.ReminderView;
import org.feewise.assistant.reminders.scores.Scores;
import org.feewise.models.events.RiskScore;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.risk.RiskBand;
import org.jboss.resteasy.reactive.RestPath;

/** The reminders that wait, each with a way to stop it, and the latest risk scores. */
@Path("/operations")
@RolesAllowed(Role.Name.OPERATOR)
@Produces(MediaType.TEXT_HTML)
public class OperationsPage {
  private static final int SHOWN = 9;

  private final Inbox inbox;
  private final Scores scores;
  private final Surcharges surcharges;
  private final CallerLocale caller;
  private final Template page;

  OperationsPage(
      Inbox inbox,
      Scores scores,
      Surcharges surcharges,
      CallerLocale caller,
      @Location("operations/operations.html") Template page) {
    this.inbox = inbox;
    this.scores = scores;
    this.surcharges = surcharges;
    this.caller = caller;
    this.page = page;
  }

  /** How many of a page's items show at once, and how many are folded away. */
  public record Fold(int shown, int folded) {
    static Fold of(List<?> items) {
      int shown = Math.min(items.size(), SHOWN);
      return new Fold(shown, items.size() - shown);
    }
  }

  @GET
  public Response show(@BeanParam ScoreFilters filters) {
    return Response.ok(content(filters, null)).build();
  }

  @POST
  @Path("reminders/{id}/cancel")
  public Response cancel(@RestPath String id) {
    String why = caller.words(Inbox.class, "reminders").say("detail.cancelled");
    if (inbox.cancel(id, why)) {
      return Response.seeOther(URI.create("/operations?cancelled=yes")).build();
    }
    String gone = caller.words(OperationsPage.class, "operations").say("no-longer-waiting");
    return Response.status(Response.Status.CONFLICT)
        .entity(content(ScoreFilters.none(), gone))
        .build();
  }

  private String content(ScoreFilters filters, String problem) {
    Locale locale = caller.locale();
    ReasonWords reasons = new ReasonWords(surcharges.catalogue(), locale);
    ListPage<ReminderView> waiting = inbox.queue(filters.queuePage());
    ListPage<RiskScore> latest =
        scores.open(filters.chosenBand(), filters.chosenFeeType(), filters.page());
    return page.data("words", caller.words(OperationsPage.class, "operations"))
        .data("reminderWords", caller.words(Inbox.class, "reminders"))
        .data("cancelled", filters.cancelled() != null)
        .data("problem", problem)
        .data("queue", waiting)
        .data("waiting", Fold.of(waiting.items()))
        .data("filters", filters)
        .data("bands", List.of(RiskBand.values()).reversed())
        .data("feeTypes", FeeType.values())
        .data("reasons", reasons)
        .data("scores", latest)
        .data("atRisk", Fold.of(latest.items()))
        .render();
  }
}
