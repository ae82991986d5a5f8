package org.feewise.analytics.cli;

import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where a job runs: a mixin for every command that needs Spark. */
final class SparkOptions {

  // spark-submit says its master in a system property
  @Option(names = "--master", paramLabel = "URL", defaultValue = "${sys:spark.master:-local[*]}")
  private String master;

  /** A session on the chosen master; the caller closes it. */
  SparkSession open(String jobName) {
    return SparkSessions.on(master, jobName);
  }
}
