package org.feewise.analytics.cli;

import java.nio.file.Path;
import org.feewise.analytics.history.HouseDatabase;
import picocli.CommandLine.Option;

/**
 * Where the house's database, its brokers and the risk models are, for jobs that need all three.
 */
final class ServerOptions {
  @Option(
      names = "--database-url",
      required = true,
      defaultValue = "${env:FEEWISE_DATABASE_URL}",
      paramLabel = "JDBC-URL")
  private String databaseUrl;

  @Option(names = "--user", defaultValue = "${env:FEEWISE_DATABASE_USER:-feewise}")
  private String user;

  @Option(names = "--password", defaultValue = "${env:FEEWISE_DATABASE_PASSWORD:-}")
  private String password;

  @Option(
      names = "--kafka-bootstrap",
      required = true,
      defaultValue = "${env:FEEWISE_KAFKA_BOOTSTRAP}",
      paramLabel = "HOST:PORT")
  private String kafkaBootstrap;

  @Option(
      names = "--model-dir",
      required = true,
      defaultValue = "${env:FEEWISE_MODEL_DIR}",
      paramLabel = "DIR")
  private Path modelDir;

  HouseDatabase database() {
    return new HouseDatabase(databaseUrl, user, password);
  }

  String kafkaBootstrap() {
    return kafkaBootstrap;
  }

  Path modelDir() {
    return modelDir;
  }
}
