package org.feewise.assistant.reminders;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.reminders.ReminderChannel;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The inbox and the form for how one wants to be reminded. */
@Path("/reminders")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class RemindersPage {
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Inbox inbox;
  private final Preferences preferences;
  private final Template page;

  RemindersPage(
      SignedInCitizen citizen,
      CallerLocale caller,
      Inbox inbox,
      Preferences preferences,
      @Location("reminders/reminders.html") Template page) {
    this.citizen = citizen;
    this.caller = caller;
    this.inbox = inbox;
    this.preferences = preferences;
    this.page = page;
  }

  @GET
  public String show(@RestQuery String saved) {
    String html =
        content(preferences.of(citizen.id()).channels())
            .data("saved", saved != null)
            .data("problem", null)
            .render();
    inbox.seen(citizen.id());
    return html;
  }

  @POST
  public Response save(
      @RestForm List<ReminderChannel> channels,
      @RestForm Integer daysBefore,
      @RestForm String quietFrom,
      @RestForm String quietTo,
      @RestForm String optedOut) {
    try {
      PreferencesBody wanted =
          new PreferencesBody(
              channels, daysBefore, time(quietFrom), time(quietTo), optedOut != null);
      preferences.choose(citizen.id(), wanted.over(preferences.of(citizen.id())));
      return Response.seeOther(URI.create("/reminders?saved=yes")).build();
    } catch (Problem problem) {
      String html =
          content(channels)
              .data("saved", false)
              .data("problem", problem.sentence(caller.locale()))
              .render();
      return Response.status(problem.status()).entity(html).build();
    }
  }

  private TemplateInstance content(List<ReminderChannel> chosen) {
    return page.data("words", caller.words(RemindersPage.class, "reminders"))
        .data("inbox", inbox.of(citizen.id(), 0).items())
        .data("channels", ReminderChannel.values())
        .data("chosen", chosen)
        .data("preferences", preferences.of(citizen.id()));
  }

  private static LocalTime time(String text) {
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new Problem(RemindersPage.class, 400, "time-wrong", text).at("quietFrom");
    }
  }
}
