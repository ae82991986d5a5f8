package org.feewise.assistant.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.feewise.assistant.embedded.ChildProcess;
import org.feewise.assistant.embedded.EmbeddedServers;
import org.feewise.assistant.embedded.FreePort;
import org.feewise.assistant.embedded.RunningServers;
import org.feewise.assistant.embedded.StartupProblem;
import org.feewise.assistant.identity.TokenKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until a signal ends it: first the servers, then the service on them. */
@Command(name = "start")
final class Start implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "${env:FEEWISE_PORT:-8080}")
  private int port;

  @Option(names = "--data")
  private Path data;

  @Override
  public Integer call() throws IOException {
    Path folder = data == null ? Dispatch.dataFolder() : data;
    if (port < 1 || port > 65_535 || !FreePort.isFree(port)) {
      throw new StartupProblem("port-in-use", Integer.toString(port));
    }
    Terminal.tell("starting-servers");
    try (RunningServers servers =
        RunningServers.exclusively(folder, EmbeddedServers.Need.DATABASE_AND_BROKER)) {
      configure(folder.toAbsolutePath().normalize(), servers);
      Terminal.tell("starting-service");
      return serve();
    }
  }

  private void configure(Path folder, RunningServers servers) throws IOException {
    ChildProcess.endRecorded(folder.resolve("run").resolve("child"));
    set(servers.addresses().quarkusProperties());
    set(
        Map.of(
            "quarkus.http.port",
            Integer.toString(port),
            "feewise.data",
            folder.toString(),
            "feewise.first-run.wanted",
            Boolean.toString(
                servers.ownsDatabase() && !"none".equals(System.getenv("FEEWISE_CITY")))));
    if (!isSet("FEEWISE_OIDC_ISSUER")) {
      set(TokenKeys.configuration(folder));
    }
  }

  private static boolean isSet(String variable) {
    return !System.getenv().getOrDefault(variable, "").isEmpty();
  }

  private static void set(Map<String, String> properties) {
    properties.forEach(System::setProperty);
  }

  private static int serve() {
    AtomicInteger status = new AtomicInteger();
    Quarkus.run(
        Serving.class,
        (code, failure) -> {
          status.set(code);
          if (failure != null) {
            Terminal.tell("serving-failed", Terminal.rootOf(failure));
          }
        });
    Terminal.tell("stopping");
    return status.get();
  }
}
