package org.feewise.assistant.plans;

import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.plans.MethodTerms;

/** The payment methods of a place on the catalogue's terms, as plans and payments reckon them. */
public final class CatalogueMethods {
  private CatalogueMethods() {}

  /** What each method costs and carries on a day, in the order of their names in code. */
  public static List<MethodTerms> of(FeeCatalogue catalogue, FeeScope scope, LocalDate day) {
    return catalogue.methods(scope, day).stream()
        .map(
            terms ->
                new MethodTerms(
                    terms.method(),
                    terms.feeRate(),
                    terms.fixedFee(),
                    terms.perPayment(),
                    terms.perDay()))
        .toList();
  }
}
