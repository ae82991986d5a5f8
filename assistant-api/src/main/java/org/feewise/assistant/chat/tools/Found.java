package org.feewise.assistant.chat.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What a tool tells the model, as JSON with its question repeated, so that a reply can stand on it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Found {

  /** What was asked for; null where nothing was. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Asked(
      String fee, LocalDate from, LocalDate to, String status, LocalDate by, String method) {}

  /**
   * A bill.
   *
   * @param daysLeft until the deadline, negative once it has passed; null of a paid bill
   * @param inTime whether the day asked about is within the deadline
   * @param perDay what waiting until tomorrow adds; null where nothing does
   * @param settledOn the day it was paid in full; null while it is open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BillLine(
      String billNo,
      FeeType feeType,
      String title,
      LocalDate from,
      LocalDate to,
      Money principal,
      Money surcharge,
      Money perDay,
      Money total,
      LocalDate dueOn,
      Long daysLeft,
      Boolean inTime,
      LocalDate settledOn,
      String status) {}

  /**
   * The open ones among bills.
   *
   * @param total what settles them today, surcharge included
   * @param overdue how many are past their deadline
   * @param inTime how many the day asked about is in time for; null when no day was
   * @param late how many it is too late for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Open(int count, Money total, Money surcharge, int overdue, Integer inTime, Integer late) {}

  /**
   * Bills, the first few one by one, and what all of them come to: the open ones first, those due
   * soonest leading.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Bills(
      LocalDate today,
      Asked asked,
      int count,
      Money total,
      Money surcharge,
      Open open,
      List<BillLine> bills)
      implements Found {}

  /** A payment. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PaymentLine(
      String billNo,
      FeeType feeType,
      String title,
      LocalDate paidOn,
      Money total,
      PaymentMethod method) {}

  /**
   * Payments, the first few one by one, and what all of them come to.
   *
   * @param bills the bills of the days asked about, paid or not; null when more than a month was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Payments(
      LocalDate today,
      Asked asked,
      int count,
      Money total,
      List<PaymentLine> payments,
      List<BillLine> bills)
      implements Found {}

  /**
   * The surcharge of a bill paid on a day, with how it comes about.
   *
   * @param perDay what waiting until tomorrow adds; null where nothing does or another day is meant
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SurchargeLine(
      String billNo,
      FeeType feeType,
      String title,
      Money principal,
      LocalDate dueOn,
      LocalDate payOn,
      long lateDays,
      Money surcharge,
      Money perDay,
      Money total,
      String rule,
      String law,
      List<String> explanation) {}

  /** The rule of a fee: its rate a late day as a percentage, and its law. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RuleLine(String fee, String dailyRate, boolean atMostPrincipal, String law) {}

  /**
   * Surcharges of open bills on a day, and the rules they follow.
   *
   * @param count how many bills
   * @param late how many of them are past their deadline on that day
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Surcharges(
      LocalDate today,
      LocalDate payOn,
      Asked asked,
      int count,
      int late,
      Money surcharge,
      Money total,
      List<SurchargeLine> bills,
      List<RuleLine> rules)
      implements Found {}

  /** One payment of a plan. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlanLine(
      String billNo,
      FeeType feeType,
      String title,
      LocalDate on,
      PaymentMethod method,
      Money amount) {}

  /** What to ask for where no plan pays everything, with its law; null where none is cited. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HelpLine(
      String kind,
      String title,
      String effect,
      String decidedBy,
      String how,
      String form,
      String law) {}

  /** How far a pay date may slip, in words. */
  record SlackLine(LocalDate on, Money mayShrink, int freeDays, String says) {}

  /**
   * A payment plan and what it costs.
   *
   * @param help what to do first where it does not pay everything; otherwise empty
   * @param proposal whether it holds only once an authority has agreed
   * @param left open bills that wait for the next plan; null where none does
   * @param slack how far each pay date may slip
   * @param optimal whether no plan costs less, proven
   * @param missing what it leaves unpaid; null when it pays everything
   * @param notes what to know before agreeing, such as who has to approve it, with the law
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Plan(
      LocalDate today,
      List<HelpLine> help,
      boolean feasible,
      boolean proposal,
      boolean optimal,
      int bills,
      Money principal,
      Money monthlyBudget,
      Integer instalments,
      Money extraCost,
      Money surcharges,
      Money fees,
      Money discounts,
      Money payAllToday,
      Money missing,
      LocalDate finishOn,
      Integer left,
      List<SlackLine> slack,
      List<String> notes,
      List<PlanLine> payments)
      implements Found {

    static Plan ofNothing(LocalDate today) {
      Money none = Money.ZERO;
      return new Plan(
          today, List.of(), true, false, true, 0, none, null, null, none, none, none, none, none,
          null, null, null, List.of(), List.of(), List.of());
    }
  }

  /** A paragraph of the library of rules, with where it is written. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Passage(String title, String article, String url, String text) {}

  /** What the library says to a question; empty when nothing fits. */
  record Passages(String question, List<Passage> passages) implements Found {}

  /** Nothing of that number is the citizen's. */
  record NotFound(String problem, String billNo) implements Found {}
}
