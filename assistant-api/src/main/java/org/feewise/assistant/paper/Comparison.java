package org.feewise.assistant.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.assistant.paper.notice.Field;
import org.feewise.assistant.paper.notice.Notice;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/** Compares a paper with the bill it is about. What the file cannot explain is suspicious. */
final class Comparison {
  private final Notice notice;
  private final Match match;
  private final BillView bill;
  private final SurchargeView surcharge;
  private final FeeCatalogue catalogue;
  private final Words words;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(
      Notice notice, Match match, SurchargeView surcharge, FeeCatalogue catalogue, Words words) {
    this.notice = notice;
    this.match = match;
    this.bill = match.bill();
    this.surcharge = surcharge;
    this.catalogue = catalogue;
    this.words = words;
  }

  static List<Difference> of(
      Notice notice, Match match, SurchargeView surcharge, FeeCatalogue catalogue, Words words) {
    Comparison comparison = new Comparison(notice, match, surcharge, catalogue, words);
    comparison.number();
    comparison.fee();
    comparison.due();
    comparison.principal();
    comparison.dueOn();
    return List.copyOf(comparison.differences);
  }

  private void number() {
    notice
        .text(Field.NUMBER)
        .filter(number -> !Likeness.folded(number).equals(Likeness.folded(bill.billNo())))
        .ifPresent(
            number ->
                explained(
                    Field.NUMBER,
                    number,
                    bill.billNo(),
                    match.how() == Match.How.NUMBER_NEARLY ? "number.misread" : "number.own"));
  }

  private void fee() {
    notice
        .feeType()
        .filter(type -> type != bill.feeType())
        .ifPresent(
            type ->
                suspicious(
                    Field.FEE_TYPE,
                    catalogue.title(type).in(words.locale()),
                    catalogue.title(bill.feeType()).in(words.locale()),
                    "fee"));
  }

  private void due() {
    Money today = bill.settledOn() == null ? bill.total() : Money.ZERO;
    notice
        .amount(Field.AMOUNT_DUE)
        .filter(paper -> !paper.equals(today))
        .ifPresent(paper -> due(paper, today));
  }

  private void due(Money paper, Money today) {
    if (!canBe(paper)) {
      suspicious(Field.AMOUNT_DUE, paper, today, "amount");
    } else if (bill.settledOn() != null) {
      explained(Field.AMOUNT_DUE, paper, today, "amount.settled", bill.settledOn().toString());
    } else if (bill.paid().isPositive()) {
      explained(Field.AMOUNT_DUE, paper, today, "amount.paid", bill.paid().toString());
    } else {
      explained(
          Field.AMOUNT_DUE,
          paper,
          today,
          "amount.late-fee",
          bill.surcharge().toString(),
          bill.effectiveDueOn().toString());
    }
  }

  /** Whether the bill came to that amount on some day until now. */
  private boolean canBe(Money paper) {
    Money most = bill.principal().plus(surcharge.amount());
    boolean grown = paper.compareTo(bill.principal()) > 0 && paper.compareTo(most) <= 0;
    return paper.equals(bill.principal())
        || paper.equals(bill.principal().minus(bill.paid()))
        || grown && !wasPrintedInTime();
  }

  private boolean wasPrintedInTime() {
    LocalDate last = bill.effectiveDueOn();
    return notice.day(Field.ISSUED_ON).map(day -> !day.isAfter(last)).orElse(false);
  }

  private void principal() {
    notice
        .amount(Field.PRINCIPAL)
        .filter(paper -> !paper.equals(bill.principal()))
        .filter(paper -> !paper.equals(bill.principal().minus(bill.paid())))
        .ifPresent(paper -> suspicious(Field.PRINCIPAL, paper, bill.principal(), "principal"));
  }

  private void dueOn() {
    notice
        .day(Field.DUE_ON)
        .filter(day -> !day.equals(bill.dueOn()) && !day.equals(bill.effectiveDueOn()))
        .ifPresent(day -> suspicious(Field.DUE_ON, day, bill.dueOn(), "due-on"));
  }

  private void explained(
      Field field, Object paper, Object onFile, String why, Object... arguments) {
    differences.add(
        new Difference(
            field, paper.toString(), onFile.toString(), true, words.say("why." + why, arguments)));
  }

  private void suspicious(Field field, Object paper, Object onFile, String why) {
    differences.add(
        new Difference(field, paper.toString(), onFile.toString(), false, words.say("why." + why)));
  }
}
