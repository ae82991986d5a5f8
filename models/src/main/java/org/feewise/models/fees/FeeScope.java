package org.feewise.models.fees;

import java.util.Objects;
import java.util.Optional;

/**
 * What decides which rules hold for a bill.
 *
 * @param region code of the region whose own rules come first; empty or unknown to the catalogue:
 *     the national rules
 */
public record FeeScope(FeeType feeType, PayerKind payer, Optional<String> region) {
  public FeeScope {
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(region, "region");
  }

  public static FeeScope national(FeeType feeType, PayerKind payer) {
    return new FeeScope(feeType, payer, Optional.empty());
  }

  /**
   * The scope of a bill that may name its region.
   *
   * @param region code of the region, or null for the national rules
   */
  public static FeeScope of(FeeType feeType, PayerKind payer, String region) {
    return new FeeScope(feeType, payer, Optional.ofNullable(region));
  }
}
