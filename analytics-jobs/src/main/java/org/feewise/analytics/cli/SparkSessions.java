package org.feewise.analytics.cli;

import io.delta.sql.DeltaSparkSessionExtension;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;

/** The one way this product opens a Spark session, on a laptop and on a cluster alike. */
public final class SparkSessions {
  private SparkSessions() {}

  /** A session inside this JVM on as many threads as asked for. */
  public static SparkSession local(int threads) {
    return on("local[" + threads + "]", "feewise");
  }

  /**
   * A session on a master such as {@code local[*]} or {@code spark://host:7077}. A cluster is sent
   * the jars it needs; settings of {@code spark-submit} hold where none is given here.
   *
   * <p>Logs of Delta tables and folders are read by a few tasks: they are short here.
   *
   * <p>Days and months are those of Asia/Shanghai whatever the machine's zone is; a row gives a day
   * as {@link java.time.LocalDate} and a time as {@link java.time.Instant}.
   */
  public static SparkSession on(String master, String jobName) {
    SparkSession.Builder session =
        SparkSession.builder()
            .appName(jobName)
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "Asia/Shanghai")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.warehouse.dir", temporary("feewise-warehouse"))
            .config("spark.sql.extensions", DeltaSparkSessionExtension.class.getName())
            .config("spark.sql.catalog.spark_catalog", DeltaCatalog.class.getName())
            .config("spark.databricks.delta.snapshotPartitions", 2)
            .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 8)
            .config("spark.log.structuredLogging.enabled", false);
    if (master.startsWith("local")) {
      session
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2 * Runtime.getRuntime().availableProcessors());
    } else {
      session.config("spark.jars", ExecutorJars.with(System.getProperty("spark.jars", "")));
    }
    return session.getOrCreate();
  }

  private static String temporary(String name) {
    return Path.of(System.getProperty("java.io.tmpdir"), name).toUri().toString();
  }
}
