package org.feewise.analytics.risk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.HouseDatabase;

/** A real PostgreSQL, a real Kafka broker and a real Spark for the tests of one class. */
public record TownServers(EmbeddedPostgres postgres, KafkaBroker kafka, SparkSession spark)
    implements AutoCloseable {

  /**
   * Starts them.
   *
   * @param folder where the broker keeps its log
   */
  public static TownServers start(Path folder) throws Exception {
    return new TownServers(
        EmbeddedPostgres.builder().start(),
        KafkaBroker.start(folder.resolve("kafka")),
        SparkSessions.local(2));
  }

  public Connection connection() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  /** The database as a user sees it. */
  public HouseDatabase house(String user) {
    return new HouseDatabase(postgres.getJdbcUrl(user, "postgres"), user, "postgres");
  }

  @Override
  public void close() throws IOException {
    spark.close();
    kafka.close();
    postgres.close();
  }
}
