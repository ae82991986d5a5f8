package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;

/**
 * What the authority has ruled about one bill.
 *
 * @param deferredUntil last day of a deferral that was granted
 * @param enforced whether the surcharge is enforced, which puts a cap on a tax's
 * @param relief the circumstance for which relief was granted
 */
public record Rulings(
    Optional<LocalDate> deferredUntil, boolean enforced, Optional<Circumstance> relief) {
  /** The bill stands as it was issued. */
  public static final Rulings NONE = new Rulings(Optional.empty(), false, Optional.empty());

  public Rulings {
    Objects.requireNonNull(deferredUntil, "deferredUntil");
    Objects.requireNonNull(relief, "relief");
  }

  Rulings deferral(LocalDate until) {
    return new Rulings(Optional.of(until), enforced, relief);
  }

  Rulings enforcement() {
    return new Rulings(deferredUntil, true, relief);
  }

  Rulings relief(Circumstance circumstance) {
    return new Rulings(deferredUntil, enforced, Optional.of(circumstance));
  }
}
