package org.feewise.analytics.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.live.LiveScoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores every new bill within seconds of its event, until a signal ends it. */
@Command(name = "live", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  /** Spark's own hook ends its context at the priority of file systems and 30. */
  private static final int BEFORE_SPARK_STOPS = FileSystem.SHUTDOWN_HOOK_PRIORITY + 100;

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
      ShutdownHookManager.get().addShutdownHook(live::stop, BEFORE_SPARK_STOPS);
      live.run(request);
    }
    return 0;
  }
}
