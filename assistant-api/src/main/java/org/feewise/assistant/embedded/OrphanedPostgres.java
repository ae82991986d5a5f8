package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL processes that a killed FeeWise left behind on its data directory.
 *
 * <p>A process counts only when its program is one of PostgreSQL's and its command line names this
 * very directory, so that a process id used again by somebody else is never touched.
 */
final class OrphanedPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
  private static final List<String> PROGRAMS = List.of("postgres", "initdb", "pg_ctl");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path directory;

  OrphanedPostgres(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** Stops them: first as PostgreSQL wants to be stopped, then, after 20 s, by force. */
  void stop() throws IOException {
    for (ProcessHandle process : processes()) {
      LOG.info("stopping process {} left behind on {}", process.pid(), directory);
      interrupt(process);
    }
    Files.deleteIfExists(directory.resolve("epg-lock"));
  }

  List<ProcessHandle> processes() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(ProcessHandle::isAlive).filter(this::servesThisDirectory).toList();
    }
  }

  private boolean servesThisDirectory(ProcessHandle process) {
    ProcessHandle.Info about = process.info();
    List<String> words =
        Stream.concat(about.command().stream(), about.arguments().stream().flatMap(Arrays::stream))
            .toList();
    return words.stream().map(OrphanedPostgres::programName).anyMatch(PROGRAMS::contains)
        && words.contains(directory.toString());
  }

  private static String programName(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, data is flushed. */
  private static void interrupt(ProcessHandle process) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping process " + process.pid(), e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      LOG.warn("process {} did not stop in {}, killing it", process.pid(), PATIENCE);
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
