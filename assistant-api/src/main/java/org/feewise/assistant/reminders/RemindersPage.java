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
  public String show(@RestQuery String saved, @RestQuery String next) {
    String html =
        content(PreferencesForm.of(preferences.of(citizen.id())), ListPage.page(next))
            .data("saved", saved != null)
            .data("problem", null)
            .data("faulty", "")
            .render();
    inbox.seen(citizen.id());
    return html;
  }

  @POST
  public Response save(
      @RestForm List<String> channels,
      @RestForm String daysBefore,
      @RestForm String quietFrom,
      @RestForm String quietTo,
      @RestForm String optedOut) {
    PreferencesForm form =
        new PreferencesForm(channels, daysBefore, quietFrom, quietTo, optedOut != null);
    try {
      preferences.choose(citizen.id(), form.body().over(preferences.of(citizen.id())));
      return Response.seeOther(URI.create("/reminders?saved=yes")).build();
    } catch (Problem problem) {
      String html =
          content(form, 0)
              .data("saved", false)
              .data("problem", problem.sentence(caller.locale()))
              .data("faulty", problem.field())
              .render();
      return Response.status(problem.status()).entity(html).build();
    }
  }

  private TemplateInstance content(PreferencesForm form, int number) {
    ListPage<ReminderView> reminders = inbox.of(citizen.id(), number, caller.locale());
    return page.data("words", caller.words(RemindersPage.class, "reminders"))
        .data("inbox", reminders.items())
        .data("next", reminders.next())
        .data("channels", ReminderChannel.values())
        .data("form", form);
  }
}
