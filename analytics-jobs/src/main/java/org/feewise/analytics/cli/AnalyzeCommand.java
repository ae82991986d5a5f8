package org.feewise.analytics.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.risk.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns from the house's history, scores every open bill and publishes the scores. */
@Command(name = "analyze", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  @Mixin private ServerOptions servers;

  @Option(
      names = "--history",
      defaultValue = "${env:FEEWISE_DATA:-.feewise}/history",
      paramLabel = "DIR")
  private String history;

  @Option(names = "--as-of", paramLabel = "DATE")
  private LocalDate asOf;

  @Option(names = "--source", paramLabel = "NAME")
  private String source;

  @Option(names = "--publish-anyway")
  private boolean publishAnyway;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.system(BUSINESS_ZONE);
    Analysis.Request request =
        new Analysis.Request(
            servers.database(),
            servers.kafkaBootstrap(),
            servers.modelDir(),
            history.contains(":/") ? history : Path.of(history).toAbsolutePath().toUri().toString(),
            asOf == null ? LocalDate.now(clock) : asOf,
            Optional.ofNullable(source),
            publishAnyway);
    try (SparkSession session = spark.open("analyze")) {
      Analysis.Outcome outcome = new Analysis(session, clock, System.err::println).run(request);
      if (!outcome.stoppedBy().isEmpty()) {
        throw new PublishingStopped(outcome.modelVersion(), outcome.stoppedBy());
      }
    }
    System.err.println(
        "analysed in %.1f s, this process held at most %d MB"
            .formatted(
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0, PeakMemory.megabytes()));
    return 0;
  }
}
