package org.feewise.models.fees.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.catalogue.FeeRule.Cap;
import org.feewise.models.fees.catalogue.FeeRule.DailyRate;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.words.Bilingual;

/** Turns one entry of a catalogue file into a rule. */
final class RuleReader {
  private static final List<String> GROUND =
      List.of("basis", "confidence", "law", "from", "to", "payers");

  /** A text that rules cite, such as a law or a kind of contract. */
  record LawText(Bilingual title, Optional<String> url) {}

  private final Map<String, LawText> laws;
  private final LocalDate since;

  RuleReader(Map<String, LawText> laws, LocalDate since) {
    this.laws = laws;
    this.since = since;
  }

  FeeRule.Deadline deadline(CatalogueEntry entry) {
    allow(entry, "daysAfterDecision", "rollsForward");
    return new FeeRule.Deadline(
        ground(entry), entry.optionalInteger("daysAfterDecision"), entry.truth("rollsForward"));
  }

  FeeRule.Surcharge surcharge(CatalogueEntry entry) {
    allow(entry, "term", "daily", "cap", "whenEnforced", "minimum", "instead");
    return new FeeRule.Surcharge(
        ground(entry),
        entry.choice("term", FeeRule.Term.class),
        daily(entry),
        entry.has("cap") ? entry.choice("cap", Cap.class) : Cap.NONE,
        entry.optionalEntry("whenEnforced").map(this::enforcedCap),
        entry.optionalMoney("minimum").orElse(Money.ZERO),
        entry.optionalBilingual("instead"));
  }

  FeeRule.Relief relief(CatalogueEntry entry) {
    allow(entry, "circumstance", "share", "effect", "grantedBy", "how", "form");
    return new FeeRule.Relief(
        ground(entry),
        entry.choice("circumstance", FeeRule.Circumstance.class),
        entry.optionalDecimal("share"),
        entry.bilingual("effect"),
        entry.bilingual("grantedBy"),
        entry.bilingual("how"),
        entry.optionalBilingual("form"));
  }

  FeeRule.Waiver waiver(CatalogueEntry entry) {
    allow(entry, "circumstance", "reason", "share", "grantedBy");
    entry.date("from");
    return new FeeRule.Waiver(
        ground(entry),
        entry.choice("circumstance", FeeRule.Circumstance.class),
        entry.bilingual("reason"),
        entry.optionalDecimal("share").orElse(BigDecimal.ONE),
        entry.bilingual("grantedBy"));
  }

  FeeRule.Respite respite(CatalogueEntry entry) {
    allow(
        entry,
        "kind",
        "onApproval",
        "maxMonths",
        "maxInstalments",
        "stopsSurcharge",
        "condition",
        "decidedBy",
        "how",
        "form");
    return new FeeRule.Respite(
        ground(entry),
        entry.choice("kind", FeeRule.Respite.Kind.class),
        entry.truth("onApproval"),
        entry.optionalInteger("maxMonths"),
        entry.optionalInteger("maxInstalments"),
        entry.truth("stopsSurcharge"),
        entry.bilingual("condition"),
        entry.bilingual("decidedBy"),
        entry.bilingual("how"),
        entry.optionalBilingual("form"));
  }

  FeeRule.EarlyPayment earlyPayment(CatalogueEntry entry) {
    allow(entry, "rate", "daysBeforeDue");
    return new FeeRule.EarlyPayment(
        ground(entry), entry.decimal("rate"), entry.optionalInteger("daysBeforeDue").orElse(0));
  }

  MethodTerms method(CatalogueEntry entry) {
    allow(entry, "method", "feeRate", "fixedFee", "perPayment", "perDay");
    return new MethodTerms(
        ground(entry),
        entry.choice("method", PaymentMethod.class),
        entry.optionalDecimal("feeRate").orElse(BigDecimal.ZERO),
        entry.optionalMoney("fixedFee").orElse(Money.ZERO),
        entry.optionalMoney("perPayment"),
        entry.optionalMoney("perDay"));
  }

  private static void allow(CatalogueEntry entry, String... own) {
    List<String> keys = new ArrayList<>(GROUND);
    keys.addAll(List.of(own));
    entry.allowOnly(keys.toArray(String[]::new));
  }

  private static DailyRate daily(CatalogueEntry entry) {
    if (!entry.has("daily")) {
      throw entry.refuse("daily: is missing");
    }
    if (!entry.isScalar("daily")) {
      CatalogueEntry rates = entry.entry("daily");
      rates.allowOnly("thisYear", "earlierYears");
      return new DailyRate.ByYear(rates.decimal("thisYear"), rates.decimal("earlierYears"));
    }
    return entry.text("daily").equals("none")
        ? new DailyRate.None()
        : new DailyRate.Flat(entry.decimal("daily"));
  }

  private Ground ground(CatalogueEntry entry) {
    if (!entry.has("law")) {
      throw entry.refuse("law: a rule without a law is not shipped");
    }
    if (!entry.has("basis")) {
      throw entry.refuse("basis: say whether law or contract makes the rule");
    }
    Set<PayerKind> payers =
        entry
            .optionalChoices("payers", PayerKind.class)
            .map(Set::copyOf)
            .orElse(EnumSet.allOf(PayerKind.class));
    if (payers.isEmpty()) {
      throw entry.refuse("payers: is empty");
    }
    return new Ground(
        entry.choice("basis", Ground.Basis.class),
        entry.choice("confidence", Ground.Confidence.class),
        entry.entries("law").stream().map(this::law).toList(),
        entry.optionalDate("from").orElse(since),
        entry.optionalDate("to"),
        payers,
        entry.line());
  }

  private FeeRule.EnforcedCap enforcedCap(CatalogueEntry entry) {
    entry.allowOnly("cap", "law");
    return new FeeRule.EnforcedCap(
        entry.choice("cap", Cap.class), entry.entries("law").stream().map(this::law).toList());
  }

  private LawArticle law(CatalogueEntry entry) {
    entry.allowOnly("in", "article");
    String key = entry.text("in");
    LawText text = laws.get(key);
    if (text == null) {
      throw entry.refuse("law: \"" + key + "\" is not among the catalogue's laws");
    }
    return new LawArticle(key, text.title(), entry.optionalText("article"), text.url());
  }
}
