package org.feewise.assistant.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A job in a process of its own that cannot outlive this one: it watches the end of its standard
 * input, and its id and time of birth are on record, so that the next start can end one that did.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Path record;

  private ChildProcess(Process process, Path record) {
    this.process = process;
    this.record = record;
  }

  /**
   * Starts the command.
   *
   * @param record file that holds the id of the process while it runs
   */
  public static ChildProcess start(
      List<String> command, Map<String, String> environment, Path record) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Secret.write(record, process.pid() + " " + birth(process.toHandle()) + "\n");
    return new ChildProcess(process, record);
  }

  /** Ends the process that a record names, if it is still that very process. */
  public static void endRecorded(Path record) throws IOException {
    if (!Files.exists(record)) {
      return;
    }
    String[] words = Files.readString(record).strip().split(" ");
    Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(words[0]));
    if (left.isPresent() && words.length == 2 && words[1].equals(birth(left.get()))) {
      end(left.get());
    }
    Files.delete(record);
  }

  private static String birth(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }

  /**
   * Gives every line it prints to the listener, then its exit status.
   *
   * @throws InterruptedException when the thread was interrupted; the process still runs then
   */
  public int await(Consumer<String> line) throws InterruptedException {
    Thread reader = Thread.ofVirtual().start(() -> read(line));
    int status = process.waitFor();
    reader.join(PATIENCE);
    return status;
  }

  private void read(Consumer<String> line) {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(line);
    } catch (IOException | UncheckedIOException closed) {
      line.accept(String.valueOf(closed.getMessage()));
    }
  }

  private static void end(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process)).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stubborn) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Ends the process if it still runs: politely first, after 10 s by force. */
  @Override
  public void close() throws IOException {
    end(process.toHandle());
    Files.deleteIfExists(record);
  }
}
