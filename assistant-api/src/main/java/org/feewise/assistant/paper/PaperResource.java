package org.feewise.assistant.paper;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;

/** Reads a paper bill for the signed-in citizen, for programs. */
@Path(Uploads.CALL)
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "paper bills")
class PaperResource {
  private final PaperBills papers;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  PaperResource(PaperBills papers, SignedInCitizen citizen, CallerLocale caller) {
    this.papers = papers;
    this.citizen = citizen;
    this.caller = caller;
  }

  @POST
  @Consumes({Multipart.TYPE, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Read a paper bill, say which of my bills it is, and explain it",
      description =
          "Send the photo (JPEG, PNG, WebP) or PDF as the part `file` of multipart/form-data. It is read in"
              + " this service and kept nowhere. `match` is null when it is none of my bills.")
  @RequestBody(
      content =
          @Content(mediaType = Multipart.TYPE, schema = @Schema(implementation = PaperFile.class)))
  @APIResponse(responseCode = "200", description = "what it says and what it is to me")
  @APIResponse(responseCode = "400", description = "there is no file, or it is empty")
  @APIResponse(responseCode = "413", description = "the file is too large")
  @APIResponse(responseCode = "415", description = "the file is no picture or PDF that is read")
  @APIResponse(responseCode = "422", description = "the file is broken, or no bill is on it")
  @APIResponse(responseCode = "429", description = "too many papers within a minute")
  @APIResponse(responseCode = "503", description = "others are being read; `Retry-After` says when")
  public PaperReply read(@Context RoutingContext exchange) {
    return papers.read(citizen.id(), Upload.of(exchange), caller.locale());
  }
}
