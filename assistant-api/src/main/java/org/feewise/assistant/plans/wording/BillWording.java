package org.feewise.assistant.plans.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.CitedLaw;
import org.feewise.assistant.plans.BillTerms;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.view.Condition;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.words.Bilingual;
import org.feewise.models.words.Words;

/** Words what a plan makes of one bill, with the conditions that the law sets. */
final class BillWording {
  private final Map<String, Bill> bills;
  private final BillTerms terms;
  private final Words words;

  BillWording(Map<String, Bill> bills, BillTerms terms, Words words) {
    this.bills = bills;
    this.terms = terms;
    this.words = words;
  }

  PlanView.BillLine line(BillCost cost) {
    Bill bill = bills.get(cost.bill().billNo());
    return new PlanView.BillLine(
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        cost.bill().dueOn(),
        cost.bill().principal(),
        cost.surcharge(),
        cost.discount(),
        cost.fees(),
        cost.missing(),
        reason(cost),
        terms.surchargeLaw(cost.bill(), bill, words.locale()).orElse(null),
        terms.surchargeArticles(cost.bill(), bill).stream()
            .map(law -> CitedLaw.of(law, words.locale()))
            .toList(),
        conditions(bill, cost));
  }

  private String reason(BillCost cost) {
    if (!cost.settled()) {
      return words.say("bill.missing", cost.missing().toString());
    }
    return cost.bill()
        .surcharge()
        .map(late -> reason(late, cost.surcharge()))
        .orElseGet(() -> words.say("bill.free"));
  }

  private String reason(LateSurcharge late, Money surcharge) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        surcharge.isZero()
            ? words.say("bill.in-time", rates(late))
            : words.say("bill.late", rates(late), surcharge.toString()));
    if (late.accrued().signum() > 0) {
      sentences.add(words.say("bill.accrued", Money.roundHalfUp(late.accrued()).toString()));
    }
    if (late.atLeast().isPositive()) {
      sentences.add(words.say("bill.minimum", late.atLeast().toString()));
    }
    return String.join(words.say("sentence-separator"), sentences);
  }

  private String rates(LateSurcharge late) {
    return Stream.concat(
            Stream.of(percent(late.dailyRate())),
            late.changes().stream()
                .map(
                    change ->
                        words.say(
                            "bill.rate-from",
                            percent(change.dailyRate()),
                            change.from().toString())))
        .collect(Collectors.joining(words.say("separator")));
  }

  private List<Condition> conditions(Bill bill, BillCost cost) {
    List<Condition> conditions = new ArrayList<>();
    Optional<Respite> approval = terms.approval(bill);
    if (cost.payments() > 1 && approval.isPresent()) {
      conditions.add(needsApproval(bill, approval.get()));
    }
    if (!terms.mayBePaidInParts(bill)) {
      conditions.add(
          says(Condition.Kind.NOT_IN_PARTS, words.say("condition.not-in-parts", bill.title())));
    }
    if (cost.settled()
        && cost.bill().surcharge().isEmpty()
        && cost.bill().lateDays(cost.lastDate()) > 0) {
      conditions.add(says(Condition.Kind.LATE_WITHOUT_SURCHARGE, lateAllTheSame(cost)));
    }
    return conditions;
  }

  private Condition needsApproval(Bill bill, Respite rule) {
    Locale locale = words.locale();
    String law = rule.ground().cite(locale);
    return new Condition(
        Condition.Kind.INSTALMENTS_NEED_APPROVAL,
        words.say("note.approval", bill.title(), law),
        law,
        rule.decidedBy().in(locale),
        rule.how().in(locale),
        rule.form().map((Bilingual form) -> form.in(locale)).orElse(null));
  }

  private static Condition says(Condition.Kind kind, String sentence) {
    return new Condition(kind, sentence, null, null, null, null);
  }

  /** Nothing is added, yet being late may cost cover or a place. */
  private String lateAllTheSame(BillCost cost) {
    return words.say(
        "note.late-free",
        bills.get(cost.bill().billNo()).title(),
        cost.lastDate().toString(),
        cost.bill().dueOn().toString());
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
