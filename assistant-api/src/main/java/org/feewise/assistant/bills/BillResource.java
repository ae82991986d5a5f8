package org.feewise.assistant.bills;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Bills and payments of the signed-in citizen, for programs. */
@Path("/api/v1/me")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bills")
class BillResource {
  private static final int FARTHEST_YEARS = 10;

  private final BillLedger ledger;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  BillResource(BillLedger ledger, SignedInCitizen citizen, CallerLocale caller) {
    this.ledger = ledger;
    this.citizen = citizen;
    this.caller = caller;
  }

  @GET
  @Path("bills")
  @Operation(
      summary = "What I owe and have owed",
      description = "The latest issued first, 50 a page. UNPAID bills are not yet due.")
  @APIResponse(responseCode = "200", description = "a page of bills")
  @APIResponse(responseCode = "400", description = "a parameter is wrong; its name is in `field`")
  public Page<BillView> bills(
      @Parameter(
              description = "UNPAID, OVERDUE or PAID; several with commas between them",
              example = "UNPAID,OVERDUE")
          @RestQuery
          List<String> status,
      @Parameter(description = "fee types, with commas between them", example = "WATER") @RestQuery
          List<String> feeType,
      @Parameter(
              description = "first day the bill's period may touch (its issue day without one)",
              example = "2026-10-01")
          @RestQuery
          LocalDate from,
      @Parameter(description = "last such day", example = "2026-10-31") @RestQuery LocalDate to,
      @Parameter(description = "the `next` of the page before") @RestQuery String next) {
    BillQuery query = BillSearch.bills(status, feeType, from, to);
    try {
      return ledger.bills(citizen.id(), query, next);
    } catch (UnknownPageException e) {
      throw unknownPage();
    }
  }

  @GET
  @Path("bills/{billNo}")
  @Operation(summary = "One of my bills")
  @APIResponse(responseCode = "200", description = "the bill")
  @APIResponse(responseCode = "404", description = "I have no bill of that number")
  public BillView bill(@RestPath String billNo) {
    return ledger.bill(citizen.id(), billNo).orElseThrow(() -> noSuchBill(billNo));
  }

  @GET
  @Path("bills/{billNo}/surcharge")
  @Operation(summary = "The surcharge of one of my bills if I pay it on a day, and why")
  @APIResponse(responseCode = "200", description = "amount, days, rule, law and how it grew")
  @APIResponse(
      responseCode = "400",
      description = "`asOf` is no day within ten years of today, or before the bill was issued")
  @APIResponse(responseCode = "404", description = "I have no bill of that number")
  public SurchargeView surcharge(
      @RestPath String billNo,
      @Parameter(
              description = "day of payment, today where it is not given",
              schema = @Schema(type = SchemaType.STRING, format = "date"),
              example = "2026-12-25")
          @RestQuery
          LocalDate asOf) {
    LocalDate today = ledger.today();
    LocalDate day = asOf == null ? today : asOf;
    if (day.isBefore(today.minusYears(FARTHEST_YEARS))
        || day.isAfter(today.plusYears(FARTHEST_YEARS))) {
      throw new Problem(BillResource.class, 400, "day-too-far", day.toString()).at("asOf");
    }
    LocalDate issuedOn = bill(billNo).issuedOn();
    if (day.isBefore(issuedOn)) {
      throw new Problem(
              BillResource.class, 400, "day-before-issue", day.toString(), issuedOn.toString())
          .at("asOf");
    }
    return ledger
        .surcharge(citizen.id(), billNo, day, caller.locale())
        .orElseThrow(() -> noSuchBill(billNo));
  }

  @GET
  @Path("payments")
  @Operation(summary = "What I have paid", description = "The latest first, 50 a page.")
  @APIResponse(responseCode = "200", description = "a page of payments")
  @APIResponse(responseCode = "400", description = "a parameter is wrong; its name is in `field`")
  public Page<PaymentView> payments(
      @Parameter(description = "fee types, with commas between them", example = "ELECTRICITY")
          @RestQuery
          List<String> feeType,
      @Parameter(description = "first day of payment", example = "2026-10-01") @RestQuery
          LocalDate from,
      @Parameter(description = "last day of payment", example = "2026-10-31") @RestQuery
          LocalDate to,
      @Parameter(description = "the `next` of the page before") @RestQuery String next) {
    PaymentQuery query = BillSearch.payments(feeType, from, to);
    try {
      return ledger.payments(citizen.id(), query, next);
    } catch (UnknownPageException e) {
      throw unknownPage();
    }
  }

  private static Problem unknownPage() {
    return new Problem(BillResource.class, 400, "unknown-page").at("next");
  }

  /** The same answer whether the bill is another's or nobody's. */
  private static Problem noSuchBill(String billNo) {
    return new Problem(BillResource.class, 404, "no-such-bill", billNo).at("billNo");
  }
}
