package org.feewise.assistant.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL beside the service: durable, kept in a directory, reached by password only. */
final class EmbeddedDatabase implements AutoCloseable {
  static final String USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts the database; a directory whose creation was interrupted is created anew, and what a
   * killed run left running on it is stopped first.
   *
   * @param home folder of the database, its binaries and its remembered port
   */
  static EmbeddedDatabase start(Path home, String password) throws IOException {
    Files.createDirectories(home);
    Path directory = home.resolve("cluster").toAbsolutePath();
    Path complete = home.resolve("cluster-complete");
    new OrphanedPostgres(directory).stop();
    if (!Files.exists(complete)) {
      Folders.delete(directory);
    }
    removeHalfUnpacked(home.resolve("binaries"));
    EmbeddedPostgres postgres = configure(home, directory, password).start();
    try {
      requirePassword(postgres, directory, password);
    } catch (SQLException | IOException e) {
      postgres.close();
      throw new IOException("PostgreSQL started but refused its first statements", e);
    }
    if (!Files.exists(complete)) {
      Files.createFile(complete);
    }
    return new EmbeddedDatabase(postgres);
  }

  /**
   * Removes PostgreSQL's programs where a killed run had not unpacked them to the end: unpacking
   * keeps what is there, half-written files as well, and fails at a link to what is not.
   *
   * @param binaries holds a folder a version, marked at the end of its unpacking
   */
  static void removeHalfUnpacked(Path binaries) throws IOException {
    if (!Files.exists(binaries)) {
      return;
    }
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(binaries)) {
      for (Path version : versions) {
        if (!Files.exists(version.resolve(".exists"))) {
          Folders.delete(version);
        }
      }
    }
  }

  private static EmbeddedPostgres.Builder configure(Path home, Path directory, String password)
      throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(FreePort.remembered(home.resolve("port")))
        .setPGStartupWait(PATIENCE)
        .setConnectConfig("password", password)
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("timezone", "UTC")
        .setServerConfig("max_wal_size", "2GB");
  }

  /** Replaces the trust that the cluster was created with by a password, at every start alike. */
  private static void requirePassword(EmbeddedPostgres postgres, Path directory, String password)
      throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + USER + " password " + statement.enquoteLiteral(password));
      Files.writeString(
          directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
