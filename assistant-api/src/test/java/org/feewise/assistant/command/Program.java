package org.feewise.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** {@code ./feewise} as an operator runs it, on a data folder of its own. */
final class Program implements AutoCloseable {
  private static final Path FEEWISE = Path.of("..", "feewise").toAbsolutePath().normalize();

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Runs the words; what it prints goes to a file beside the data folder. */
  static Program run(Path data, Map<String, String> environment, String... words) {
    try {
      Path log = Files.createTempFile(data.getParent(), "feewise", ".log");
      List<String> command = new ArrayList<>(List.of(FEEWISE.toString()));
      command.addAll(List.of(words));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("FEEWISE_BUILT", "yes");
      builder.environment().put("FEEWISE_DATA", data.toString());
      builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.language=en");
      return new Program(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time it has used. */
  Duration computed() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  int exitStatus() throws InterruptedException {
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(this::printed).isTrue();
    return process.exitValue();
  }

  /** SIGTERM, as an operator's {@code kill} or a service manager sends it. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL: nothing can be cleaned up. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void awaitReady(int port) {
    await(Duration.ofSeconds(180), () -> !process.isAlive() || isReady(port));
    assertThat(process.isAlive()).as(this::printed).isTrue();
  }

  static void await(Duration atMost, BooleanSupplier condition) {
    Awaitility.await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(200))
        .until(condition::getAsBoolean);
  }

  private static boolean isReady(int port) {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
