package org.feewise.assistant.firstrun;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.embedded.ChildProcess;
import org.feewise.assistant.embedded.ServerAddresses;

/** Runs jobs of the analytics as processes of their own, on this service's servers. */
@Singleton
class Jobs {
  private final Optional<Path> feewise;
  private final Path data;
  private final ServerAddresses addresses;

  Jobs(
      @ConfigProperty(name = "feewise.command") Optional<Path> feewise,
      @ConfigProperty(name = "feewise.data") Path data,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl,
      @ConfigProperty(name = "quarkus.datasource.username") String databaseUser,
      @ConfigProperty(name = "quarkus.datasource.password") String databasePassword,
      @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
    this.feewise = feewise;
    this.data = data;
    this.addresses = new ServerAddresses(databaseUrl, databaseUser, databasePassword, kafka);
  }

  /** Whether the service was started by {@code ./feewise}, which knows how to run jobs. */
  boolean arePossible() {
    return feewise.isPresent();
  }

  /**
   * Runs one job to its end, showing what it prints.
   *
   * @throws IOException when it could not be started or ended with an error
   * @throws InterruptedException when this service stops; the job is then stopped as well
   */
  void run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(feewise.orElseThrow().toString());
    command.addAll(List.of(words));
    command.add("--watch-parent");
    Path record = data.resolve("run").resolve("child");
    try (ChildProcess job = ChildProcess.start(command, environment(), record)) {
      int status = job.await(line -> Progress.show(words[0], line));
      if (status != 0) {
        throw new IOException("feewise " + words[0] + " ended with " + status);
      }
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(addresses.environment());
    environment.put("FEEWISE_MODEL_DIR", data.resolve("models").toString());
    environment.put("FEEWISE_BUILT", "yes");
    return environment;
  }
}
