package org.feewise.assistant.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.feewise.assistant.embedded.EmbeddedServers.Need;
import org.feewise.assistant.embedded.RunningServers;

/** Lends the servers of a data folder to another program. */
final class WithServers {
  private static final int FAILED = 1;

  private WithServers() {}

  /** Runs the program with the addresses in its environment; its exit status is the result. */
  static int run(Path folder, List<String> program) {
    Terminal.tell("starting-servers");
    try (RunningServers servers = RunningServers.joinOrStart(folder, Need.DATABASE_AND_BROKER)) {
      ProcessBuilder builder = new ProcessBuilder(program).inheritIO();
      builder.environment().putAll(environment(folder, servers));
      return await(builder.start());
    } catch (IOException e) {
      Terminal.tell("wrong-usage", e.getMessage());
      return Dispatch.MISUNDERSTOOD;
    }
  }

  private static Map<String, String> environment(Path folder, RunningServers servers) {
    Map<String, String> environment = new HashMap<>(servers.addresses().environment());
    environment.put("FEEWISE_MODEL_DIR", folder.toAbsolutePath().resolve("models").toString());
    return environment;
  }

  private static int await(Process process) {
    Thread ending = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /** Keeps the servers up for other programs until a signal ends this one. */
  static int wait(Path folder) {
    Terminal.tell("starting-servers");
    CountDownLatch signalled = new CountDownLatch(1);
    try (RunningServers servers = RunningServers.exclusively(folder, Need.DATABASE_AND_BROKER)) {
      Runtime.getRuntime().addShutdownHook(new Thread(signalled::countDown));
      Terminal.tell("servers-ready", servers.addresses());
      signalled.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }
}
