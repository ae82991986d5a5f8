package org.feewise.models.fees.catalogue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.PayerKind;

/**
 * What a rule rests on, for whom and when.
 *
 * @param laws where it is written, at least one
 * @param from first day on which it holds
 * @param to last day, empty while it is in force
 * @param line where in the catalogue it stands
 */
public record Ground(
    Basis basis,
    Confidence confidence,
    List<LawArticle> laws,
    LocalDate from,
    Optional<LocalDate> to,
    Set<PayerKind> payers,
    SourceLine line) {

  /** Whether the state or an agreement made the rule. */
  public enum Basis {
    LAW,
    CONTRACT
  }

  /** How sure the catalogue is of a rule. */
  public enum Confidence {
    /** The text of the law is known well. */
    A,
    /** The rule is known; the article is to be confirmed in the text. */
    B,
    /** Local or contractual: an example, to be replaced by the region's own figure. */
    C
  }

  public Ground {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(from, "from");
    laws = List.copyOf(laws);
    payers = Set.copyOf(EnumSet.copyOf(payers));
    if (laws.isEmpty()) {
      throw new IllegalArgumentException("law: a rule without a law is not shipped");
    }
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("to: " + to.get() + " is before from " + from);
    }
  }

  public boolean holds(PayerKind payer, LocalDate day) {
    return payers.contains(payer)
        && !day.isBefore(from)
        && to.map(d -> !day.isAfter(d)).orElse(true);
  }

  /** Whether the figure is an example that the region's own replaces. */
  public boolean isExample() {
    return confidence == Confidence.C;
  }

  /** All its laws as one cites them. */
  public String cite(Locale locale) {
    return LawArticle.cite(laws, locale);
  }
}
