package org.feewise.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.feewise.models.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {
  private static final ServerAddresses NOTHING_CONFIGURED = ServerAddresses.of(Map.of());

  @TempDir Path folder;

  private static String ask(ServerAddresses at, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                at.databaseUrl(), at.databaseUser(), at.databasePassword());
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static void tell(ServerAddresses at, String sentence) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                at.databaseUrl(), at.databaseUser(), at.databasePassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sentence);
    }
  }

  @Test
  void keepsDataDurablyAndTopicsOnceAcrossRuns() throws Exception {
    try (EmbeddedServers servers = EmbeddedServers.start(folder)) {
      ServerAddresses at = servers.addresses();
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(ask(at, "show " + setting)).as(setting).isEqualTo("on");
      }
      tell(at, "create table kept as select 42 as answer");
    }
    try (EmbeddedServers servers = EmbeddedServers.start(folder)) {
      assertThat(ask(servers.addresses(), "select answer from kept")).isEqualTo("42");
      try (Admin admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  servers.addresses().kafkaBootstrap()))) {
        assertThat(admin.listTopics().names().get())
            .contains(Topics.BILLS, Topics.PAYMENTS, Topics.RISK_SCORES, Topics.REMINDERS);
      }
    }
  }

  /** As a run leaves them that was killed while it unpacked: a link to nothing, and no mark. */
  @Test
  void programsUnpackedToTheEndStayAndOthersAreUnpackedAnew() throws Exception {
    Path half = Files.createDirectories(folder.resolve("half/lib"));
    Files.createSymbolicLink(half.resolve("libpq.so.5"), Path.of("not-yet-there"));
    Path whole = Files.createDirectories(folder.resolve("whole/lib"));
    Files.createFile(folder.resolve("whole/.exists"));

    EmbeddedDatabase.removeHalfUnpacked(folder);

    assertThat(folder.resolve("half")).doesNotExist();
    assertThat(whole).exists();
  }

  @Test
  void databaseAsksForItsPassword() throws Exception {
    try (EmbeddedServers servers = databaseOnly()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () ->
                  DriverManager.getConnection(
                      servers.addresses().databaseUrl(), "postgres", "guess"));
    }
  }

  @Test
  void stopsThePostgresThatAKilledRunLeftAndKeepsWhatItCommitted() throws Exception {
    EmbeddedServers killed = databaseOnly();
    tell(killed.addresses(), "create table kept as select 7 as answer");
    Files.delete(folder.resolve("postgres").resolve("cluster").resolve("epg-lock"));
    try (EmbeddedServers next = databaseOnly()) {
      assertThat(ask(next.addresses(), "select answer from kept")).isEqualTo("7");
      Path cluster = folder.resolve("postgres").resolve("cluster").toAbsolutePath();
      assertThat(new OrphanedPostgres(cluster).processes()).hasSize(1);
    }
  }

  @Test
  void makesAClusterAnewWhoseMakingWasInterrupted() throws Exception {
    Path cluster = Files.createDirectories(folder.resolve("postgres").resolve("cluster"));
    Files.writeString(cluster.resolve("postgresql.conf"), "half written");
    try (EmbeddedServers servers = databaseOnly()) {
      assertThat(ask(servers.addresses(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void usesTheDatabaseThatIsConfigured() throws Exception {
    ServerAddresses configured =
        new ServerAddresses(
            "jdbc:postgresql://db.example/fees", "fees", "pass", "kafka.example:9092");
    try (EmbeddedServers servers =
        EmbeddedServers.start(folder, EmbeddedServers.Need.DATABASE_AND_BROKER, configured)) {
      assertThat(servers.addresses()).isEqualTo(configured);
      assertThat(servers.ownsDatabase()).isFalse();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void addressesSurviveBeingWrittenDown() {
    ServerAddresses at = new ServerAddresses("jdbc:x?a=b", "u", "p=q", "k:1");
    assertThat(ServerAddresses.parse(at.lines())).isEqualTo(at);
    assertThat(at.toString()).doesNotContain("p=q");
  }

  private EmbeddedServers databaseOnly() throws IOException {
    return EmbeddedServers.start(folder, EmbeddedServers.Need.DATABASE, NOTHING_CONFIGURED);
  }
}
