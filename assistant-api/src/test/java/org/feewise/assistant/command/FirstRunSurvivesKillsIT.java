package org.feewise.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service at random moments of its first run: in the end all is as without a kill. */
class FirstRunSurvivesKillsIT {
  private static final Map<String, String> SMALL_CITY =
      Map.of("FEEWISE_CITY_CITIZENS", "80", "FEEWISE_CITY_MONTHS", "14");

  /** What must be the same however the first run went; scores to six digits. */
  private static final Map<String, String> MEASURES =
      Map.of(
          "citizens", "select count(*)::text from citizen",
          "bills", "select count(*) || ' ' || sum(principal_fen) from bill",
          "payments", "select count(*) || ' ' || sum(principal_fen) from payment",
          "history", "select count(*)::text from reminder where source = 'city'",
          "scores",
              "select count(*) || ' ' || coalesce(md5(string_agg(bill_no || round("
                  + "probability_late::numeric, 6), ',' order by bill_no)), '') from risk_score",
          "trends", "select count(*) || ' ' || sum(billed_fen) from report.payment_trend");

  @TempDir Path folder;

  @Test
  void endsInTheSamePlace() throws Exception {
    Path whole = folder.resolve("whole");
    Duration length = complete(whole);
    Path killed = folder.resolve("killed");
    long seed = System.nanoTime();
    Random moments = new Random(seed);
    for (int kill = 0; kill < 3; kill++) {
      runAndKill(killed, 1000 + moments.nextLong(length.toMillis()));
    }
    complete(killed);
    assertThat(measures(killed)).as("kills drawn with seed " + seed).isEqualTo(measures(whole));
  }

  private static Program start(Path data, int port) {
    return Program.run(data, SMALL_CITY, "start", "--port", Integer.toString(port));
  }

  private static void runAndKill(Path data, long afterMillis) throws Exception {
    try (Program program = start(data, Program.freePort())) {
      assertThat(program.endsWithin(Duration.ofMillis(afterMillis))).as(program::printed).isFalse();
      program.kill();
    }
  }

  /** Runs until all is there, stops, and says how long it took; the measures are kept beside. */
  private static Duration complete(Path data) throws Exception {
    long begun = System.nanoTime();
    int port = Program.freePort();
    try (Program program = start(data, port)) {
      program.awaitReady(port);
      Program.await(
          Duration.ofMinutes(8),
          () -> !program.isAlive() || program.printed().contains("not complete") || isDone(data));
      assertThat(isDone(data)).as(program::printed).isTrue();
      Duration length = Duration.ofNanos(System.nanoTime() - begun);
      Files.writeString(keptBeside(data), settled(data));
      return length;
    }
  }

  private static boolean isDone(Path data) {
    try {
      return ask(data, "select count(*)::text from milestone").equals("2")
          && ask(data, "select count(*)::text from risk_score")
              .equals(ask(data, "select count(*)::text from bill where settled_on is null"));
    } catch (Exception notYet) {
      return false;
    }
  }

  private static String settled(Path data) throws Exception {
    Map<String, String> results = new TreeMap<>();
    for (Map.Entry<String, String> measure : MEASURES.entrySet()) {
      results.put(measure.getKey(), ask(data, measure.getValue()));
    }
    return results.toString();
  }

  private static String measures(Path data) throws Exception {
    return Files.readString(keptBeside(data));
  }

  private static Path keptBeside(Path data) {
    return data.resolveSibling(data.getFileName() + ".measures");
  }

  private static String ask(Path data, String question) throws Exception {
    Map<String, String> at =
        Files.readAllLines(data.resolve("run").resolve("addresses.env")).stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return ask(at, question);
  }

  private static String ask(Map<String, String> at, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                at.get("FEEWISE_DATABASE_URL"),
                at.get("FEEWISE_DATABASE_USER"),
                at.get("FEEWISE_DATABASE_PASSWORD"));
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }
}
