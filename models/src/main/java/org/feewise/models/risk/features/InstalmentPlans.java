package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of the payment plans that one payer accepted, each as the day on which it was known,
 * in any order.
 *
 * @param acceptedOn of every plan accepted
 * @param keptOn of every plan whose last day passed without a missed payment
 * @param brokenOn of every plan with a missed payment: when the first was noticed
 */
public record InstalmentPlans(
    List<LocalDate> acceptedOn, List<LocalDate> keptOn, List<LocalDate> brokenOn)
    implements Serializable {
  public static final InstalmentPlans NONE = new InstalmentPlans(List.of(), List.of(), List.of());

  public InstalmentPlans {
    acceptedOn = List.copyOf(acceptedOn);
    keptOn = List.copyOf(keptOn);
    brokenOn = List.copyOf(brokenOn);
  }
}
