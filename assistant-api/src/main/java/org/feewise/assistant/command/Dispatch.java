package org.feewise.assistant.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feewise.assistant.embedded.StartupProblem;
import picocli.CommandLine;

/** Chooses what to run by the first words of the command line. */
public final class Dispatch {
  /** Exit status of a command that was not understood, or whose input could not be read. */
  public static final int MISUNDERSTOOD = 2;

  private static final int FAILED = 1;
  private static final int LONGEST_STOP_SECONDS = 60;

  private Dispatch() {}

  /** Runs it and gives its exit status; a signal lets it clean up before the process ends. */
  public static int run(List<String> words) {
    EarlyLog.quiet();
    CountDownLatch cleanedUp = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(cleanedUp), "clean-up"));
    try {
      return choose(words);
    } catch (StartupProblem problem) {
      return failed(problem);
    } finally {
      cleanedUp.countDown();
    }
  }

  private static int choose(List<String> words) {
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "start" -> commandLine(new Start()).execute(rest.toArray(String[]::new));
      case "servers" -> WithServers.wait(dataFolder());
      case "with-servers" -> WithServers.run(dataFolder(), rest);
      default -> new HouseCommand(words).run(dataFolder());
    };
  }

  private static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setParameterExceptionHandler(
            (wrong, arguments) -> {
              Terminal.tell("wrong-usage", wrong.getMessage());
              return MISUNDERSTOOD;
            })
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure));
  }

  private static int failed(Exception failure) {
    if (failure instanceof StartupProblem) {
      Terminal.print(failure.getMessage());
    } else {
      Terminal.tell("serving-failed", Terminal.rootOf(failure));
    }
    return FAILED;
  }

  /** The folder of {@code FEEWISE_DATA}, else {@code .feewise} in the current one. */
  static Path dataFolder() {
    return Path.of(System.getenv().getOrDefault("FEEWISE_DATA", ".feewise"));
  }

  private static void await(CountDownLatch cleanedUp) {
    try {
      if (!cleanedUp.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        Terminal.tell("stop-takes-long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
