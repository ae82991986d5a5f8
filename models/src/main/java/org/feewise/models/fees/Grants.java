package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Optional;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.fees.catalogue.FeeRule.Relief;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.words.Words;

/** Checks against the law what a question says the authority has granted. */
final class Grants {
  private final FeeCatalogue catalogue;
  private final SurchargeQuestion question;
  private final LocalDate dueOn;

  /**
   * @param dueOn the effective deadline before any grant; the rules of that day decide
   */
  Grants(FeeCatalogue catalogue, SurchargeQuestion question, LocalDate dueOn) {
    this.catalogue = catalogue;
    this.question = question;
    this.dueOn = dueOn;
  }

  /** Last day of the deferral, the deadline itself without one. */
  LocalDate deferredUntil() {
    return question.rulings().deferredUntil().map(this::allowed).orElse(dueOn);
  }

  Optional<GrantedRelief> relief() {
    return question
        .rulings()
        .relief()
        .map(circumstance -> new GrantedRelief(relief(circumstance), question.principal()));
  }

  private LocalDate allowed(LocalDate until) {
    Respite deferral =
        catalogue.rights(question.scope(), dueOn).deferrals().stream()
            .filter(Respite::stopsSurcharge)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "deferredUntil: the law knows no deferral of " + whose()));
    Optional<LocalDate> longest = deferral.maxMonths().map(dueOn::plusMonths);
    if (longest.isPresent() && until.isAfter(longest.get())) {
      throw new IllegalArgumentException(
          "deferredUntil: " + until + " is after " + longest.get() + ", the longest allowed");
    }
    return until.isAfter(dueOn) ? until : dueOn;
  }

  private Relief relief(Circumstance circumstance) {
    Relief relief =
        catalogue.rights(question.scope(), dueOn).reliefs().stream()
            .filter(rule -> rule.circumstance() == circumstance)
            .reduce((one, other) -> one.share().isPresent() ? one : other)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "grantedRelief: the law knows no relief for "
                            + circumstance
                            + " of "
                            + whose()));
    if (relief.share().isEmpty()) {
      throw new IllegalArgumentException(
          "grantedRelief: %s of %s is decided case by case and has no share to count with (%s)"
              .formatted(circumstance, whose(), relief.ground().cite(Words.ENGLISH)));
    }
    return relief;
  }

  private String whose() {
    return question.scope().feeType() + " for " + question.scope().payer();
  }
}
