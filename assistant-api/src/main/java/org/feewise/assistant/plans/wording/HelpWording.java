package org.feewise.assistant.plans.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.plans.BillTerms;
import org.feewise.assistant.plans.view.Help;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeRule.Relief;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.fees.catalogue.PayerRights;
import org.feewise.models.words.Bilingual;
import org.feewise.models.words.Words;

/** Words what a citizen may ask for, and whom, where no plan fits. */
public final class HelpWording {
  private final BillTerms terms;
  private final Words words;

  public HelpWording(BillTerms terms, Words words) {
    this.terms = terms;
    this.words = words;
  }

  /** Reliefs first, then time, then parts, then people; each once a fee. */
  public List<Help> of(List<Bill> bills) {
    Map<FeeType, List<Bill>> byFee =
        bills.stream()
            .collect(Collectors.groupingBy(Bill::feeType, LinkedHashMap::new, Collectors.toList()));
    List<Help> reliefs = new ArrayList<>();
    List<Help> respites = new ArrayList<>();
    List<Help> people = new ArrayList<>();
    byFee
        .values()
        .forEach(
            same -> {
              PayerRights rights = terms.rights(same.getFirst());
              rights.reliefs().forEach(relief -> reliefs.add(relief(same, relief)));
              rights.deferrals().forEach(rule -> respites.add(respite(same, rule)));
              rights.instalments().stream()
                  .filter(Respite::onApproval)
                  .forEach(rule -> respites.add(respite(same, rule)));
              people.add(person(same, rights));
            });
    List<Help> all = new ArrayList<>(reliefs);
    respites.stream().sorted(java.util.Comparator.comparing(Help::kind)).forEach(all::add);
    all.addAll(people);
    return all;
  }

  private Help relief(List<Bill> bills, Relief relief) {
    Locale locale = words.locale();
    return new Help(
        Help.Kind.RELIEF,
        bills.getFirst().feeType(),
        numbers(bills),
        words.say(
            "help.RELIEF", words.sayKey("circumstance", relief.circumstance()), titles(bills)),
        relief.effect().in(locale),
        null,
        relief.grantedBy().in(locale),
        relief.how().in(locale),
        relief.form().map((Bilingual form) -> form.in(locale)).orElse(null),
        relief.ground().cite(locale),
        null);
  }

  private Help respite(List<Bill> bills, Respite rule) {
    Locale locale = words.locale();
    boolean parts = rule.kind() == Respite.Kind.INSTALMENTS;
    Help.Kind kind = parts ? Help.Kind.INSTALMENTS : Help.Kind.DEFERRAL;
    return new Help(
        kind,
        bills.getFirst().feeType(),
        numbers(bills),
        words.say("help." + kind, titles(bills)),
        effect(rule),
        rule.condition().in(locale),
        rule.decidedBy().in(locale),
        rule.how().in(locale),
        rule.form().map((Bilingual form) -> form.in(locale)).orElse(null),
        rule.ground().cite(locale),
        null);
  }

  private String effect(Respite rule) {
    String stops = words.say(rule.stopsSurcharge() ? "help.stops" : "help.runs-on");
    return rule.maxMonths()
        .map(
            months ->
                words.say("help.months", Integer.toString(months)) + words.say("separator") + stops)
        .orElse(stops);
  }

  private Help person(List<Bill> bills, PayerRights rights) {
    String collector = rights.collector().in(words.locale());
    return new Help(
        Help.Kind.PERSON,
        bills.getFirst().feeType(),
        numbers(bills),
        words.say("help.PERSON", titles(bills)),
        words.say("help.person-effect"),
        null,
        collector,
        words.say("help.person-how", collector),
        null,
        null,
        "/");
  }

  private static List<String> numbers(List<Bill> bills) {
    return bills.stream().map(Bill::billNo).toList();
  }

  private String titles(List<Bill> bills) {
    return bills.size() == 1
        ? bills.getFirst().title()
        : words.say("help.several", bills.getFirst().title(), Integer.toString(bills.size()));
  }
}
