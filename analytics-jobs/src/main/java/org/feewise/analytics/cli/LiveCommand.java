package org.feewise.analytics.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.live.LiveScoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores every new bill within seconds of its event, until a signal ends it. */
@Command(name = "live", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  @Mixin private ServerOptions servers;

  @Option(
      names = "--checkpoint",
      defaultValue = "${env:FEEWISE_DATA:-.feewise}/live",
      paramLabel = "DIR")
  private Path checkpoint;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws Exception {
    LiveScoring.Request request =
        new LiveScoring.Request(
            servers.database(),
            servers.kafkaBootstrap(),
            servers.modelDir(),
            checkpoint.toAbsolutePath());
    try (SparkSession session = spark.open("live")) {
      LiveScoring live = new LiveScoring(session, Clock.system(BUSINESS_ZONE), System.err::println);
      Runtime.getRuntime().addShutdownHook(new Thread(live::stop, "stop-live"));
      live.run(request);
    }
    return 0;
  }
}
