package org.feewise.assistant.plans.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feewise.assistant.plans.WishedMethod;
import org.feewise.assistant.plans.accepted.PlanInForce;
import org.feewise.assistant.plans.accepted.PlanStep;
import org.feewise.assistant.plans.whatif.Departure;
import org.feewise.models.money.PaymentMethod;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the what-if form, as it was written; an empty field leaves the plan as it is. */
public class WhatIfForm {
  @RestForm String from;
  @RestForm String to;
  @RestForm String amount;
  @RestForm String method;
  @RestForm String instalments;

  boolean asksNothing() {
    return Stream.of(getTo(), getAmount(), getMethod(), getInstalments()).allMatch(String::isEmpty);
  }

  /**
   * What is asked, as a departure from a plan.
   *
   * @throws IllegalArgumentException when an amount, number or method cannot be read
   * @throws java.time.DateTimeException when a day cannot be read
   */
  Departure from(PlanInForce plan, LocalDate today) {
    PaymentMethod other = getMethod().isEmpty() ? null : PaymentMethod.valueOf(getMethod());
    return new Departure(
        plan.plan().id(),
        null,
        PlansForm.amount(amount),
        other == null ? null : List.of(new WishedMethod(other, null)),
        getInstalments().isEmpty() ? null : Integer.valueOf(getInstalments()),
        other == null ? null : payments(plan, other, today),
        getTo().isEmpty()
            ? null
            : new Departure.Move(LocalDate.parse(getFrom()), LocalDate.parse(getTo())));
  }

  /** What is still to be paid, on the days of the plan, by one method. */
  private static List<Departure.Pay> payments(
      PlanInForce plan, PaymentMethod method, LocalDate today) {
    Map<String, List<PlanStep>> byBill =
        plan.payments().stream()
            .filter(step -> step.state() != PlanStep.State.DONE)
            .collect(Collectors.groupingBy(PlanStep::billNo));
    return byBill.values().stream().flatMap(steps -> payments(steps, method, today)).toList();
  }

  /** The last one settles the bill. */
  private static Stream<Departure.Pay> payments(
      List<PlanStep> steps, PaymentMethod method, LocalDate today) {
    return IntStream.range(0, steps.size())
        .mapToObj(
            i ->
                new Departure.Pay(
                    steps.get(i).billNo(),
                    steps.get(i).on().isBefore(today) ? today : steps.get(i).on(),
                    method,
                    i == steps.size() - 1 ? null : steps.get(i).open()));
  }

  public String getFrom() {
    return PlansForm.text(from);
  }

  public String getTo() {
    return PlansForm.text(to);
  }

  public String getAmount() {
    return PlansForm.text(amount);
  }

  public String getMethod() {
    return PlansForm.text(method);
  }

  public String getInstalments() {
    return PlansForm.text(instalments);
  }
}
