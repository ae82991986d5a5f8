package org.feewise.models.fees.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that is not loaded, with every reason found. */
public final class CatalogueRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** One reason and where it stands. */
  public record Reason(SourceLine where, String why) {
    @Override
    public String toString() {
      return where + ": " + why;
    }
  }

  private final transient List<Reason> reasons;

  CatalogueRefused(List<Reason> reasons) {
    super(reasons.stream().map(Reason::toString).collect(Collectors.joining("\n")));
    this.reasons = List.copyOf(reasons);
  }

  public List<Reason> reasons() {
    return reasons;
  }
}
