package org.feewise.analytics.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.city.City;
import org.feewise.analytics.city.CityPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates the demo city into a folder. */
@Command(name = "city", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class CityCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Option(names = "--citizens", paramLabel = "N", defaultValue = "2000")
  private int citizens;

  @Option(names = "--months", paramLabel = "M", defaultValue = "24")
  private int months;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "20260101")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path folder;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "PARQUET")
  private City.Format format;

  @Option(names = "--until", paramLabel = "DATE")
  private LocalDate until;

  @Spec private CommandSpec spec;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    LocalDate end = until == null ? LocalDate.now(Clock.system(ZONE)) : until;
    CityPlan plan = new CityPlan(citizens, months, seed, end);
    try (SparkSession session = spark.open("feewise city")) {
      new City(session, plan).write(folder, format, this::tell);
    }
    return 0;
  }

  private void tell(String table) {
    spec.commandLine()
        .getErr()
        .println(MessageFormat.format(spec.resourceBundle().getString("city-writes"), table));
  }
}
