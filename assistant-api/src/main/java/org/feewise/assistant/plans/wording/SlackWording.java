package org.feewise.assistant.plans.wording;

import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.plans.view.SlackDay;
import org.feewise.models.plans.BrokenRule;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.PlanSlack;
import org.feewise.models.plans.advice.PlanSlack.DateSlack;
import org.feewise.models.words.Words;

/** Words how far each pay date of a plan may slip. */
final class SlackWording {
  private final PlanProblem problem;
  private final Words words;

  SlackWording(PlanProblem problem, Words words) {
    this.problem = problem;
    this.words = words;
  }

  List<SlackDay> of(List<Payment> payments) {
    return new PlanSlack(problem, payments).dates().stream().map(this::worded).toList();
  }

  private SlackDay worded(DateSlack slack) {
    String breaks = slack.breaks().map(BrokenRule::kind).map(Enum::name).orElse(null);
    return new SlackDay(
        slack.on(),
        slack.mayShrink(),
        slack.freeDays(),
        slack.lastsDays(),
        slack.beyondHorizon() ? slack.lastsDays() : slack.lastsDays() + 1,
        slack.nextDayCosts().orElse(null),
        breaks,
        says(slack, breaks));
  }

  private String says(DateSlack slack, String breaks) {
    List<String> parts = new ArrayList<>();
    // more to spare than all bills come to is no news: nobody named a limit
    if (slack.mayShrink().compareTo(problem.totalPrincipal()) < 0) {
      parts.add(words.say("slack.money", slack.mayShrink().toString()));
    }
    String free = Integer.toString(slack.freeDays());
    String lasts = Integer.toString(slack.lastsDays());
    parts.add(words.say(slack.freeDays() == 0 ? "slack.no-day" : "slack.days", free));
    slack.nextDayCosts().ifPresent(cost -> parts.add(words.say("slack.costs", cost.toString())));
    if (breaks != null) {
      parts.add(words.say("slack.breaks", lasts, words.sayKey("rule", breaks)));
    }
    return String.join(words.say("separator"), parts) + words.say("full-stop");
  }
}
