package org.feewise.assistant.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feewise.assistant.cases.CaseDetails;
import org.feewise.assistant.payments.Quote;
import org.feewise.assistant.plans.PlanView;
import org.feewise.models.words.Words;

/**
 * What a call does, in words: what changes, what does not, and what is sent to whom.
 *
 * @param says one sentence
 * @param lines the particulars, such as each payment of a plan
 */
public record Effect(String says, List<String> lines) {
  public Effect {
    lines = List.copyOf(lines);
  }

  /**
   * The effect of a call.
   *
   * @param plan the plan of a call that accepts one; empty when it is no longer kept
   */
  static Effect of(ProposedCall call, Optional<PlanView> plan, Words words) {
    return switch (call) {
      case ProposedCall.AcceptPlan accept ->
          plan.map(kept -> of(kept, words))
              .orElseGet(() -> new Effect(words.say("effect.plan-gone"), List.of()));
      case ProposedCall.SetReminders set ->
          new Effect(
              words.say(
                  "effect.reminders",
                  Integer.toString(set.daysBefore()),
                  set.channels().stream()
                      .map(channel -> words.sayKey("channel", channel))
                      .collect(Collectors.joining(words.say("and")))),
              List.of());
      case ProposedCall.StopReminders stop -> new Effect(words.say("effect.stop"), List.of());
      case ProposedCall.OpenCase open ->
          new Effect(words.sayKey("effect", open.kind()), sent(open.details(), words));
      case ProposedCall.StartPayment start -> of(start.quote(), words);
    };
  }

  private static Effect of(PlanView plan, Words words) {
    List<String> lines =
        plan.payments().stream()
            .map(
                line ->
                    words.say(
                        "effect.payment",
                        line.on().toString(),
                        line.title(),
                        line.amount().toString(),
                        words.sayKey("method", line.method())))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.addAll(plan.notes());
    return new Effect(
        words.say(
            "effect.plan", Integer.toString(plan.payments().size()), plan.extraCost().toString()),
        lines);
  }

  private static Effect of(Quote quote, Words words) {
    List<String> lines =
        quote.lines().stream()
            .map(
                line ->
                    words.say(
                        "effect.order-bill",
                        line.title(),
                        line.billNo(),
                        line.principal().toString(),
                        line.surcharge().toString()))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(words.say("effect.order-fee", quote.fee().toString()));
    lines.add(words.say("effect.order-total", quote.total().toString()));
    lines.add(words.say("effect.order-method", words.sayKey("method", quote.method())));
    lines.add(words.say("effect.order-until", quote.on().toString()));
    return new Effect(
        words.say("effect.order", Integer.toString(quote.lines().size()), quote.total().toString()),
        lines);
  }

  private static List<String> sent(CaseDetails details, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("effect.said", details.said()));
    if (details.billNo() != null) {
      lines.add(words.say("effect.bill", details.billNo()));
    }
    if (details.amount() != null) {
      lines.add(words.say("effect.amount", details.amount().toString()));
    }
    if (!details.conversation().isEmpty()) {
      lines.add(words.say("effect.conversation", Integer.toString(details.conversation().size())));
    }
    return lines;
  }
}
