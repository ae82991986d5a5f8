package org.feewise.analytics.risk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.analytics.history.HouseDatabase;

/**
 * Measures how time and memory of a nightly run grow with the number of bills: a first run that
 * reads everything, and a second one after one bill in a thousand was written again.
 */
public final class AnalyzeBench {
  private static final Pattern ENDED = Pattern.compile("analysed in ([0-9.]+) s, .* (\\d+) MB.*");
  private static final int WRITTEN_AGAIN = 1_000;

  private final Request request;
  private final Consumer<String> log;

  /**
   * What to measure.
   *
   * @param feewise the command that makes, loads and analyses a city
   * @param database of a house without bills, on servers the command uses as well
   * @param folder for cities and copies of the history
   * @param citizens sizes of the cities, in order
   * @param months how far each reaches back
   * @param seed of the first city; the others follow
   */
  public record Request(
      Path feewise,
      HouseDatabase database,
      Path folder,
      List<Integer> citizens,
      int months,
      long seed) {
    public Request {
      citizens = List.copyOf(citizens);
      if (citizens.isEmpty() || citizens.stream().anyMatch(each -> each < 100) || months < 6) {
        throw new IllegalArgumentException(
            "cities of %s citizens over %d months: at least one city, 100 citizens, 6 months"
                .formatted(citizens, months));
      }
    }
  }

  /** One run: seconds by the clock from start to end of the process, and its highest memory. */
  private record Run(double seconds, long megabytes) {}

  /** A city, and the two runs on it. */
  private record City(long bills, Run first, long writtenAgain, Run next) {}

  private AnalyzeBench(Request request, Consumer<String> log) {
    this.request = request;
    this.log = log;
  }

  /**
   * Makes, loads and analyses each city in turn.
   *
   * @param log told what is going on
   * @return seconds and megabytes of both runs for each city; the exponents are those of time over
   *     bills from the first city to the last
   * @throws IllegalArgumentException when the house has bills
   * @throws IOException when a step fails
   */
  public static Map<String, Object> run(Request request, Consumer<String> log)
      throws IOException, SQLException, InterruptedException {
    return new AnalyzeBench(request, log).run();
  }

  private Map<String, Object> run() throws IOException, SQLException, InterruptedException {
    if (hasTables() && number("select count(*) from bill") > 0) {
      throw new IllegalArgumentException(
          "the house has bills, and the measurement empties it: name another folder by --data");
    }
    List<City> cities = new ArrayList<>();
    for (int i = 0; i < request.citizens().size(); i++) {
      cities.add(city(request.citizens().get(i), request.seed() + i));
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "analyze");
    metrics.put("threads", Runtime.getRuntime().availableProcessors());
    metrics.put("months", request.months());
    metrics.put("bills", cities.stream().map(City::bills).toList());
    metrics.put("firstSeconds", cities.stream().map(city -> city.first().seconds()).toList());
    metrics.put("firstMegabytes", cities.stream().map(city -> city.first().megabytes()).toList());
    metrics.put("writtenAgain", cities.stream().map(City::writtenAgain).toList());
    metrics.put("nextSeconds", cities.stream().map(city -> city.next().seconds()).toList());
    metrics.put("nextMegabytes", cities.stream().map(city -> city.next().megabytes()).toList());
    City least = cities.getFirst();
    City most = cities.getLast();
    if (most.bills() > least.bills()) {
      double size = Math.log((double) most.bills() / least.bills());
      metrics.put(
          "firstExponent", Math.log(most.first().seconds() / least.first().seconds()) / size);
      metrics.put("nextExponent", Math.log(most.next().seconds() / least.next().seconds()) / size);
    }
    return metrics;
  }

  private City city(int citizens, long seed)
      throws IOException, SQLException, InterruptedException {
    Path city = request.folder().resolve("city-" + citizens);
    Path history = request.folder().resolve("history-" + citizens);
    Path models = request.folder().resolve("models-" + citizens);
    feewise(
        "city",
        "--citizens=" + citizens,
        "--months=" + request.months(),
        "--seed=" + seed,
        "--format=CSV",
        "--out=" + city);
    if (hasTables()) {
      execute("truncate citizen cascade");
      execute("delete from milestone");
    }
    feewise("load-city", city.toString());
    long bills = number("select count(*) from bill");
    String[] analyze = {
      "analyze", "--publish-anyway", "--history=" + history, "--model-dir=" + models
    };
    Run first = ended(feewise(analyze));
    tell(bills, "first run", first);
    long written =
        execute(
            "update bill set title = title where abs(hashtext(bill_no)) %% %d = 0"
                .formatted(WRITTEN_AGAIN));
    Run next = ended(feewise(analyze));
    tell(bills, "next run, %d bills written again".formatted(written), next);
    return new City(bills, first, written, next);
  }

  private void tell(long bills, String which, Run run) {
    log.accept(
        "%,d bills, %s: %.0f s, %,d MB".formatted(bills, which, run.seconds(), run.megabytes()));
  }

  private List<String> feewise(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(request.feewise().toString()));
    command.addAll(List.of(words));
    log.accept("feewise " + String.join(" ", words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines::add);
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "feewise %s ended with %d: %s"
              .formatted(words[0], status, lines.isEmpty() ? "" : lines.getLast()));
    }
    return lines;
  }

  private static Run ended(List<String> lines) {
    return lines.stream()
        .map(ENDED::matcher)
        .filter(Matcher::matches)
        .map(end -> new Run(Double.parseDouble(end.group(1)), Long.parseLong(end.group(2))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the run did not say how long it took"));
  }

  private boolean hasTables() throws SQLException {
    return number("select count(to_regclass('bill'))") > 0;
  }

  private long number(String query) throws SQLException {
    try (Connection connection = request.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private long execute(String sql) throws SQLException {
    try (Connection connection = request.database().connect();
        Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
