package org.feewise.assistant.plans.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.whatif.WhatIf;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What a change of the plan would do, each way to pay beside the plan.
 *
 * @param ways the plan as it is, the same payments under the change, and the best of the change
 *     where that is another
 */
public record ShownWhatIf(List<ShownWay> ways) {

  /** Which way it is; names the heading. */
  public enum Kind {
    PLAN,
    AS_IS,
    BEST
  }

  /** One way to pay. */
  public record ShownWay(Kind kind, WhatIf.Way way, List<Line> payments) {
    public boolean isPlan() {
      return kind == Kind.PLAN;
    }
  }

  /** One payment with the title of its bill. */
  public record Line(LocalDate on, String title, PaymentMethod method, Money amount) {}

  static ShownWhatIf of(WhatIf answer, PlanView plan) {
    Map<String, String> titles =
        plan.bills().stream()
            .collect(Collectors.toMap(PlanView.BillLine::billNo, PlanView.BillLine::title));
    ShownWay before = way(Kind.PLAN, answer.plan(), titles);
    ShownWay asIs = way(Kind.AS_IS, answer.asIs(), titles);
    ShownWay best = way(Kind.BEST, answer.best(), titles);
    boolean nothingBetter = answer.asIs().feasible() && asIs.payments().equals(best.payments());
    return new ShownWhatIf(nothingBetter ? List.of(before, asIs) : List.of(before, asIs, best));
  }

  private static ShownWay way(Kind kind, WhatIf.Way way, Map<String, String> titles) {
    return new ShownWay(
        kind,
        way,
        way.payments().stream()
            .map(
                payment ->
                    new Line(
                        payment.on(),
                        titles.get(payment.billNo()),
                        payment.method(),
                        payment.amount()))
            .toList());
  }
}
