package org.feewise.analytics.cli;

import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where a job runs: a mixin for every command that needs Spark. */
final class SparkOptions {

  @Option(names = "--master", paramLabel = "URL", defaultValue = "local[*]")
  private String master;

  /** A session on the chosen master; the caller closes it. */
  SparkSession open(String jobName) {
    return SparkSessions.on(master, jobName);
  }
}
