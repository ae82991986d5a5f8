package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one data folder that are not configured elsewhere, started and stopped together.
 */
public final class EmbeddedServers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

  private final Optional<EmbeddedDatabase> database;
  private final Optional<EmbeddedBroker> broker;
  private final ServerAddresses addresses;

  private EmbeddedServers(
      Optional<EmbeddedDatabase> database,
      Optional<EmbeddedBroker> broker,
      ServerAddresses addresses) {
    this.database = database;
    this.broker = broker;
    this.addresses = addresses;
  }

  /** What a process needs of the servers. */
  public enum Need {
    DATABASE,
    DATABASE_AND_BROKER
  }

  /** Starts both on the given folder, whatever is configured. */
  public static EmbeddedServers start(Path folder) throws IOException {
    return start(folder, Need.DATABASE_AND_BROKER, new ServerAddresses("", "", "", ""));
  }

  /**
   * Starts, side by side, what is needed and not configured, with its data under the given folder.
   *
   * @throws IOException when one of them could not be started; the other one is then stopped
   */
  public static EmbeddedServers start(Path folder, Need need, ServerAddresses configured)
      throws IOException {
    boolean ownDatabase = configured.databaseUrl().isEmpty();
    boolean ownBroker = need == Need.DATABASE_AND_BROKER && configured.kafkaBootstrap().isEmpty();
    String password =
        ownDatabase
            ? new Secret(folder.resolve("database-password")).value()
            : configured.databasePassword();
    CompletableFuture<Optional<EmbeddedDatabase>> database =
        CompletableFuture.supplyAsync(() -> database(ownDatabase, folder, password));
    Optional<EmbeddedBroker> broker = Optional.empty();
    try {
      broker =
          ownBroker ? Optional.of(EmbeddedBroker.start(folder.resolve("kafka"))) : Optional.empty();
      return new EmbeddedServers(
          database.join(), broker, addresses(database.join(), broker, password, configured));
    } catch (CompletionException e) {
      broker.ifPresent(EmbeddedBroker::close);
      throw new IOException(reason(e.getCause()), e.getCause());
    } catch (IOException | RuntimeException e) {
      database.thenAccept(d -> d.ifPresent(EmbeddedServers::stop)).exceptionally(x -> null).join();
      throw e;
    }
  }

  /** The first message among the causes; an error that wraps another may have none. */
  private static String reason(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(failure::toString);
  }

  private static Optional<EmbeddedDatabase> database(boolean own, Path folder, String password) {
    try {
      return own
          ? Optional.of(EmbeddedDatabase.start(folder.resolve("postgres"), password))
          : Optional.empty();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static ServerAddresses addresses(
      Optional<EmbeddedDatabase> database,
      Optional<EmbeddedBroker> broker,
      String password,
      ServerAddresses configured) {
    return new ServerAddresses(
        database.map(EmbeddedDatabase::jdbcUrl).orElse(configured.databaseUrl()),
        database.map(own -> EmbeddedDatabase.USER).orElse(configured.databaseUser()),
        password,
        broker.map(EmbeddedBroker::bootstrap).orElse(configured.kafkaBootstrap()));
  }

  private static void stop(EmbeddedDatabase database) {
    try {
      database.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop; the next start stops it", e);
    }
  }

  /** Where the servers of this run answer, configured ones included. */
  public ServerAddresses addresses() {
    return addresses;
  }

  /** Whether the database is ours, not one that production configured. */
  public boolean ownsDatabase() {
    return database.isPresent();
  }

  @Override
  public void close() {
    CompletableFuture<Void> stopping =
        CompletableFuture.runAsync(() -> database.ifPresent(EmbeddedServers::stop));
    broker.ifPresent(EmbeddedBroker::close);
    stopping.join();
  }
}
