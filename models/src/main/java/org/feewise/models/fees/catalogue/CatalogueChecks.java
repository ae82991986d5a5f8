package org.feewise.models.fees.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.catalogue.CatalogueRefused.Reason;
import org.feewise.models.money.PaymentMethod;

/** Finds contradictions and gaps that no single rule shows. */
final class CatalogueChecks {
  private final CatalogueReader.Content content;
  private final List<Reason> reasons = new ArrayList<>();

  private CatalogueChecks(CatalogueReader.Content content) {
    this.content = content;
  }

  /** The national file: every fee type, every payer, every day since it begins. */
  static List<Reason> national(String file, CatalogueReader.Content content) {
    CatalogueChecks checks = new CatalogueChecks(content);
    for (FeeType type : FeeType.values()) {
      FeeEntry entry = content.fees().get(type);
      if (entry == null) {
        checks.reasons.add(new Reason(new SourceLine(file, 1), type + " has no entry"));
      } else {
        checks.titles(entry);
        checks.timeline(entry, FeeRule.Surcharge.class, true);
        checks.timeline(entry, FeeRule.Deadline.class, true);
        checks.fineHasDecisionDeadline(entry);
        checks.amountsDoNotContradict(entry);
      }
    }
    checks.methodsDoNotContradict();
    return checks.reasons;
  }

  /** A region's file: no day twice, and no hole between two of its own rules. */
  static List<Reason> regional(CatalogueReader.Content content) {
    CatalogueChecks checks = new CatalogueChecks(content);
    for (Map.Entry<FeeType, FeeEntry> fee : content.fees().entrySet()) {
      checks.timeline(fee.getValue(), FeeRule.Surcharge.class, false);
      checks.timeline(fee.getValue(), FeeRule.Deadline.class, false);
      checks.fineHasDecisionDeadline(fee.getValue());
      checks.amountsDoNotContradict(fee.getValue());
    }
    checks.methodsDoNotContradict();
    return checks.reasons;
  }

  private void titles(FeeEntry entry) {
    if (entry.title().isEmpty()) {
      reasons.add(new Reason(entry.line(), entry.type() + " has no title"));
    }
    if (entry.collector().isEmpty()) {
      reasons.add(new Reason(entry.line(), entry.type() + " has no collector"));
    }
  }

  private void fineHasDecisionDeadline(FeeEntry entry) {
    for (FeeRule.Deadline rule : entry.rules(FeeRule.Deadline.class)) {
      if (entry.type().isFine() != rule.daysAfterDecision().isPresent()) {
        String why =
            entry.type().isFine()
                ? "daysAfterDecision: a fine's deadline runs from its decision"
                : "daysAfterDecision: only a fine's deadline runs from a decision";
        reasons.add(new Reason(rule.ground().line(), why));
      }
    }
  }

  /** Of what may be absent but changes an amount, one rule at most may hold on a day. */
  private void amountsDoNotContradict(FeeEntry entry) {
    alone(entry.type() + " waiver", entry.rules(FeeRule.Waiver.class));
    alone(entry.type() + " earlyPayment", entry.rules(FeeRule.EarlyPayment.class));
    for (FeeRule.Circumstance circumstance : FeeRule.Circumstance.values()) {
      alone(
          entry.type() + " relief for " + circumstance,
          entry.rules(FeeRule.Relief.class).stream()
              .filter(rule -> rule.circumstance() == circumstance && rule.share().isPresent())
              .toList());
    }
  }

  private void methodsDoNotContradict() {
    for (PaymentMethod method : PaymentMethod.values()) {
      List<Ground> grounds =
          content.methods().stream()
              .filter(terms -> terms.method() == method)
              .map(MethodTerms::ground)
              .toList();
      for (PayerKind payer : PayerKind.values()) {
        contradictions(of(payer, grounds), method + " of " + payer);
      }
    }
  }

  private void alone(String what, List<? extends FeeRule> rules) {
    List<Ground> grounds = rules.stream().map(FeeRule::ground).toList();
    for (PayerKind payer : PayerKind.values()) {
      contradictions(of(payer, grounds), what + " of " + payer);
    }
  }

  private static List<Ground> of(PayerKind payer, List<Ground> grounds) {
    return grounds.stream()
        .filter(ground -> ground.payers().contains(payer))
        .sorted(Comparator.comparing(Ground::from))
        .toList();
  }

  private void timeline(FeeEntry entry, Class<? extends FeeRule> kind, boolean complete) {
    for (PayerKind payer : PayerKind.values()) {
      List<Ground> grounds = of(payer, entry.rules(kind).stream().map(FeeRule::ground).toList());
      String what = entry.type() + " " + kind.getSimpleName().toLowerCase(Locale.ROOT);
      String whose = what + " of " + payer;
      contradictions(grounds, whose);
      gaps(grounds, whose);
      if (complete) {
        requireWhole(entry, grounds, whose);
      }
    }
  }

  private void contradictions(List<Ground> grounds, String whose) {
    for (int i = 1; i < grounds.size(); i++) {
      Ground before = grounds.get(i - 1);
      Ground after = grounds.get(i);
      if (after.from().isBefore(dayAfter(before))) {
        String other = " contradicts the rule of line " + before.line().line();
        add(after, whose + other + ": both hold on " + after.from());
      }
    }
  }

  private void gaps(List<Ground> grounds, String whose) {
    for (int i = 1; i < grounds.size(); i++) {
      LocalDate next = dayAfter(grounds.get(i - 1));
      Ground after = grounds.get(i);
      if (after.from().isAfter(next)) {
        add(after, whose + " has a gap from " + next + " to " + after.from().minusDays(1));
      }
    }
  }

  private static LocalDate dayAfter(Ground ground) {
    return ground.to().map(day -> day.plusDays(1)).orElse(LocalDate.MAX);
  }

  private void requireWhole(FeeEntry entry, List<Ground> grounds, String whose) {
    if (grounds.isEmpty()) {
      reasons.add(new Reason(entry.line(), whose + " has no rule"));
      return;
    }
    Ground first = grounds.getFirst();
    Ground last = grounds.getLast();
    if (first.from().isAfter(content.since())) {
      add(first, whose + " has a gap from " + content.since() + " to " + first.from().minusDays(1));
    }
    last.to().ifPresent(day -> add(last, whose + " has a gap from " + day.plusDays(1)));
  }

  private void add(Ground ground, String why) {
    reasons.add(new Reason(ground.line(), why));
  }
}
