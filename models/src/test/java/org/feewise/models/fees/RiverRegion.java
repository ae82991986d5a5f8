package org.feewise.models.fees;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.fees.catalogue.FeeCatalogue;

/** The rules of a made-up region whose file has every kind of rule. */
public final class RiverRegion {
  public static final String CODE = "river";

  private RiverRegion() {}

  public static FeeCatalogue catalogue() {
    URL file = RiverRegion.class.getResource("regions/river.yaml");
    try {
      return FeeCatalogue.withRegionsFrom(Path.of(file.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Surcharges surcharges() {
    return new Surcharges(catalogue(), OfficialCalendar.builtIn());
  }

  public static FeeScope scope(FeeType feeType, PayerKind payer) {
    return FeeScope.of(feeType, payer, CODE);
  }
}
