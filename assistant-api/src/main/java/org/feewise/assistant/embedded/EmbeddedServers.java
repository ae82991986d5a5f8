package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database and the broker of one data folder, started together and stopped together. */
public final class EmbeddedServers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

  private final EmbeddedDatabase database;
  private final EmbeddedBroker broker;
  private final String password;

  private EmbeddedServers(EmbeddedDatabase database, EmbeddedBroker broker, String password) {
    this.database = database;
    this.broker = broker;
    this.password = password;
  }

  /**
   * Starts both, side by side, with their data under the given folder.
   *
   * @throws IOException when one of them could not be started; the other one is then stopped
   */
  public static EmbeddedServers start(Path folder) throws IOException {
    String password = new Secret(folder.resolve("database-password")).value();
    CompletableFuture<EmbeddedDatabase> database =
        CompletableFuture.supplyAsync(
            () -> unchecked(() -> EmbeddedDatabase.start(folder.resolve("postgres"), password)));
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(folder.resolve("kafka"));
    } catch (IOException | RuntimeException e) {
      database.thenAccept(EmbeddedServers::closeQuietly).exceptionally(also -> null).join();
      throw e;
    }
    try {
      return new EmbeddedServers(database.join(), broker, password);
    } catch (CompletionException e) {
      broker.close();
      throw new IOException("PostgreSQL did not start: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private interface Start<T> {
    T run() throws IOException;
  }

  private static <T> T unchecked(Start<T> start) {
    try {
      return start.run();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static void closeQuietly(EmbeddedDatabase database) {
    try {
      database.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop", e);
    }
  }

  /** Where the two answer. */
  public ServerAddresses addresses() {
    return new ServerAddresses(
        database.jdbcUrl(), EmbeddedDatabase.USER, password, broker.bootstrap());
  }

  @Override
  public void close() {
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> closeQuietly(database));
    broker.close();
    stopping.join();
  }
}
