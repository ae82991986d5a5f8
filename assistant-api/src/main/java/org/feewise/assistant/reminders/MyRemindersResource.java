package org.feewise.assistant.reminders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.jboss.resteasy.reactive.RestQuery;

/** The signed-in citizen's reminders and how they want them. */
@Path("/api/v1/me")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
public class MyRemindersResource {
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Inbox inbox;
  private final Preferences preferences;

  MyRemindersResource(
      SignedInCitizen citizen, CallerLocale caller, Inbox inbox, Preferences preferences) {
    this.citizen = citizen;
    this.caller = caller;
    this.inbox = inbox;
    this.preferences = preferences;
  }

  @GET
  @Path("reminders")
  @Operation(summary = "Reminders that were sent and why, the latest first")
  public ListPage<ReminderView> inbox(@RestQuery String next) {
    return inbox.of(citizen.id(), ListPage.page(next), caller.locale());
  }

  @GET
  @Path("reminder-preferences")
  @Operation(summary = "How the citizen wants to be reminded")
  public PreferencesBody preferences() {
    return PreferencesBody.of(preferences.of(citizen.id()));
  }

  @PUT
  @Path("reminder-preferences")
  @Operation(summary = "Change channels, days before, quiet hours or opt out")
  public PreferencesBody change(@NotNull PreferencesBody wanted) {
    preferences.choose(citizen.id(), wanted.over(preferences.of(citizen.id())));
    return preferences();
  }
}
