package org.feewise.assistant.paper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.CitedLaw;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.assistant.paper.PaperReply.Action;
import org.feewise.assistant.paper.notice.Field;
import org.feewise.assistant.paper.notice.Notice;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;

/**
 * Says in plain words what a paper is. Names, advice and amounts come from the file and the
 * catalogue; of the paper only its fee, amount and day are told again, in the form they were read.
 */
final class Explanation {
  private static final String SAY = "/?say=";

  private final Notice notice;
  private final FeeCatalogue catalogue;
  private final Words words;

  Explanation(Notice notice, FeeCatalogue catalogue, Words words) {
    this.notice = notice;
    this.catalogue = catalogue;
    this.words = words;
  }

  PaperReply ofNone() {
    List<String> sentences = new ArrayList<>();
    sentences.add(words.say("none"));
    notice
        .feeType()
        .ifPresent(
            type -> sentences.add(words.say("none.fee", catalogue.title(type).in(words.locale()))));
    notice
        .amount(Field.AMOUNT_DUE)
        .ifPresent(amount -> sentences.add(words.say("none.amount", amount.toString())));
    notice
        .day(Field.DUE_ON)
        .ifPresent(day -> sentences.add(words.say("none.due-on", day.toString())));
    sentences.add(words.say("none.perhaps"));
    sentences.add(words.say("none.do"));
    return reply(
        null,
        List.of(),
        sentences,
        words.say("warning.none"),
        List.of(),
        List.of(page("bills", "/bills"), say("person")));
  }

  PaperReply of(Match match, SurchargeView surcharge) {
    BillView bill = match.bill();
    List<Difference> differences = Comparison.of(notice, match, surcharge, catalogue, words);
    boolean doubtful = differences.stream().anyMatch(difference -> !difference.explained());
    return reply(
        match,
        differences,
        sentences(match, surcharge),
        doubtful ? words.say("warning.differs") : null,
        surcharge.working().laws(),
        actions(bill));
  }

  private PaperReply reply(
      Match match,
      List<Difference> differences,
      List<String> sentences,
      String warning,
      List<CitedLaw> laws,
      List<Action> actions) {
    return new PaperReply(
        notice.fields(),
        match,
        differences,
        sentences,
        String.join(words.say("separator"), sentences),
        warning,
        laws,
        actions);
  }

  private List<String> sentences(Match match, SurchargeView surcharge) {
    BillView bill = match.bill();
    List<String> sentences = new ArrayList<>();
    sentences.add(words.sayKey("how", match.how()));
    sentences.add(
        words.say(
            "what",
            catalogue.title(bill.feeType()).in(words.locale()),
            bill.title(),
            catalogue.collector(bill.feeType()).in(words.locale())));
    if (bill.settledOn() != null) {
      sentences.add(words.say("settled", bill.settledOn().toString()));
      return sentences;
    }
    sentences.add(words.say("owed", bill.principal().toString(), bill.dueOn().toString()));
    if (!bill.effectiveDueOn().equals(bill.dueOn())) {
      sentences.add(words.say("moved", bill.effectiveDueOn().toString()));
    }
    if (bill.paid().isPositive()) {
      sentences.add(words.say("paid", bill.paid().toString()));
    }
    sentences.add(
        bill.surcharge().isPositive()
            ? words.say(
                "today.late",
                surcharge.asOf().toString(),
                bill.total().toString(),
                bill.surcharge().toString())
            : words.say("today", surcharge.asOf().toString(), bill.total().toString()));
    sentences.add(words.say("after", surcharge.rule()));
    sentences.add(words.say("pay-here"));
    return sentences;
  }

  private List<Action> actions(BillView bill) {
    List<Action> actions = new ArrayList<>();
    if (bill.settledOn() == null) {
      actions.add(say("pay", bill.billNo()));
      if (bill.surcharge().isPositive()) {
        actions.add(say("why", bill.billNo()));
      }
    }
    actions.add(page("bill", "/bills#" + bill.billNo()));
    return actions;
  }

  private Action say(String key, String... arguments) {
    String message = words.say("say." + key, (Object[]) arguments);
    String encoded = URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20");
    return new Action("say", words.say("action." + key), SAY + encoded);
  }

  private Action page(String key, String href) {
    return new Action("bills", words.say("action." + key), href);
  }
}
