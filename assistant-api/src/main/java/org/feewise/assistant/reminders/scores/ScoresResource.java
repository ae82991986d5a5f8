package org.feewise.assistant.reminders.scores;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reminders.ListPage;
import org.feewise.models.events.RiskScore;
import org.feewise.models.fees.FeeType;
import org.feewise.models.risk.RiskBand;
import org.jboss.resteasy.reactive.RestQuery;

/** The latest risk scores, for the reminder system and its operators. */
@Path("/api/v1/risk/scores")
@RolesAllowed({Role.Name.OPERATOR, Role.Name.SYSTEM})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "risk")
public class ScoresResource {
  private final Scores scores;

  ScoresResource(Scores scores) {
    this.scores = scores;
  }

  @GET
  @Operation(summary = "Scores of open bills, the likeliest to be late first")
  public ListPage<RiskScore> list(
      @RestQuery String band, @RestQuery String feeType, @RestQuery String next) {
    return scores.open(
        chosen(RiskBand.class, "band", band),
        chosen(FeeType.class, "feeType", feeType),
        ListPage.page(next));
  }

  private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String field, String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new Problem(ScoresResource.class, 400, "not-one-of-them", text).at(field);
    }
  }
}
