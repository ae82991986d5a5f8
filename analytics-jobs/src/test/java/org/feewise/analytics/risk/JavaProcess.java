package org.feewise.analytics.risk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, opened to Spark as this one is; its words in a file. */
public record JavaProcess(Process process, Path words) implements AutoCloseable {

  /** Starts it. */
  public static JavaProcess start(
      Path words, String classPath, Map<String, String> environment, String... program)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(each -> each.startsWith("--add-opens") || each.startsWith("--enable-native"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(program));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), words);
  }

  /** Ends it as a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends it a signal by name, such as STOP. */
  void signal(String name) throws IOException, InterruptedException {
    String[] kill = {"kill", "-" + name, Long.toString(process.pid())};
    int status = new ProcessBuilder(kill).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", kill) + " gave " + status);
    }
  }

  /** Waits for its end and gives its exit status. */
  public int end() throws InterruptedException, IOException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("still running: " + text());
    }
    return process.exitValue();
  }

  /** What it said so far. */
  public String text() throws IOException {
    return Files.readString(words);
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    kill();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
