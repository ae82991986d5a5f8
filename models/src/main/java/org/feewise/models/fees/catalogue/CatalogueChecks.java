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
      }
    }
    return checks.reasons;
  }

  /** A region's file: no day twice, and no hole between two of its own rules. */
  static List<Reason> regional(CatalogueReader.Content content) {
    CatalogueChecks checks = new CatalogueChecks(content);
    for (Map.Entry<FeeType, FeeEntry> fee : content.fees().entrySet()) {
      checks.timeline(fee.getValue(), FeeRule.Surcharge.class, false);
      checks.timeline(fee.getValue(), FeeRule.Deadline.class, false);
      checks.fineHasDecisionDeadline(fee.getValue());
    }
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

  private void timeline(FeeEntry entry, Class<? extends FeeRule> kind, boolean complete) {
    for (PayerKind payer : PayerKind.values()) {
      List<Ground> grounds =
          entry.rules(kind).stream()
              .map(FeeRule::ground)
              .filter(ground -> ground.payers().contains(payer))
              .sorted(Comparator.comparing(Ground::from))
              .toList();
      String what = entry.type() + " " + kind.getSimpleName().toLowerCase(Locale.ROOT);
      String whose = what + " of " + payer;
      follow(grounds, whose);
      if (complete) {
        requireWhole(entry, grounds, whose);
      }
    }
  }

  private void follow(List<Ground> grounds, String whose) {
    for (int i = 1; i < grounds.size(); i++) {
      Ground before = grounds.get(i - 1);
      Ground after = grounds.get(i);
      LocalDate next = before.to().map(day -> day.plusDays(1)).orElse(LocalDate.MAX);
      if (after.from().isBefore(next)) {
        add(
            after,
            whose
                + " contradicts the rule of line "
                + before.line().line()
                + ": both hold on "
                + after.from());
      } else if (after.from().isAfter(next)) {
        add(after, whose + " has a gap from " + next + " to " + after.from().minusDays(1));
      }
    }
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
