package org.feewise.assistant.plans.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.plans.PlanAdvice.Unusable;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.view.PlanDay;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.words.Words;

/** Says what makes no sense in a departure, before anything is evaluated. */
record DepartureCheck(LocalDate today, Words words) {
  /** No plan has more payments than this. */
  private static final int MOST_PAYMENTS = 1_000;

  Optional<Unusable> of(Departure departure, PlanView plan) {
    return move(departure.move(), plan).or(() -> payments(departure.pay(), plan));
  }

  private Optional<Unusable> move(Departure.Move move, PlanView plan) {
    if (move == null) {
      return Optional.empty();
    }
    if (move.from() == null || !days(plan).contains(move.from())) {
      return unusable("move.from", "departure.no-day", String.valueOf(move.from()));
    }
    return day("move.to", move.to());
  }

  private static Set<LocalDate> days(PlanView plan) {
    return Stream.concat(
            plan.payments().stream().map(PlanView.Line::on),
            plan.payDates().stream().map(PlanDay::on))
        .collect(Collectors.toSet());
  }

  private Optional<Unusable> day(String field, LocalDate day) {
    if (day == null) {
      return unusable(field, "wish.day-missing");
    }
    if (day.isBefore(today)) {
      return unusable(field, "wish.day-past", day.toString(), today.toString());
    }
    return day.isAfter(today.plusYears(10))
        ? unusable(field, "departure.far-day", day.toString())
        : Optional.empty();
  }

  private Optional<Unusable> payments(List<Departure.Pay> pay, PlanView plan) {
    if (pay == null) {
      return Optional.empty();
    }
    if (pay.size() > MOST_PAYMENTS) {
      return unusable("pay", "departure.many-payments", Integer.toString(MOST_PAYMENTS));
    }
    Set<String> known =
        plan.bills().stream().map(PlanView.BillLine::billNo).collect(Collectors.toSet());
    for (int i = 0; i < pay.size(); i++) {
      Optional<Unusable> fault = payment("pay[" + i + "]", pay.get(i), known);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Unusable> payment(String field, Departure.Pay pay, Set<String> known) {
    if (pay == null || pay.billNo() == null) {
      return unusable(field + ".billNo", "wish.bill-missing");
    }
    if (!known.contains(pay.billNo())) {
      return unusable(field + ".billNo", "departure.no-bill", pay.billNo());
    }
    if (pay.method() == null) {
      return unusable(field + ".method", "wish.method-missing");
    }
    boolean absurd =
        pay.amount() != null
            && (!pay.amount().isPositive()
                || pay.amount().compareTo(PlanProblem.LARGEST_AMOUNT) > 0);
    return absurd
        ? unusable(field + ".amount", "wish.amount", pay.amount().toString())
        : day(field + ".on", pay.on());
  }

  private Optional<Unusable> unusable(String field, String key, Object... values) {
    return Optional.of(new Unusable(field, words.say(key, values)));
  }
}
