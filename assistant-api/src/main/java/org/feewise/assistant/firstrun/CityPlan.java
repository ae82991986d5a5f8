package org.feewise.assistant.firstrun;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;

/** How large a city the first run makes, and where. */
@ConfigMapping(prefix = "feewise.first-run")
interface CityPlan {
  /** Whether to make it: not on a database that production configured. */
  @WithDefault("false")
  boolean wanted();

  int citizens();

  int months();

  /** Same seed, same city. */
  long seed();

  /** Where the city lies between its making and its loading. */
  Path folder();

  default List<String> command(Path out) {
    return List.of(
        "city",
        "--citizens",
        Integer.toString(citizens()),
        "--months",
        Integer.toString(months()),
        "--seed",
        Long.toString(seed()),
        "--format",
        "csv",
        "--out",
        out.toString());
  }
}
