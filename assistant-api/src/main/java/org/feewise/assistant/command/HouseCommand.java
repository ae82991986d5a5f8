package org.feewise.assistant.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.assistant.embedded.EmbeddedServers.Need;
import org.feewise.assistant.embedded.Folders;
import org.feewise.assistant.embedded.RunningServers;

/** Runs a {@link Command} in the service's rooms, with no port open and nothing consumed. */
final class HouseCommand {
  private static final Pattern CHANNEL =
      Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.([^.]+)\\..*");

  private static final Set<String> ON_SCRATCH = Set.of("eval", "bench");

  private final List<String> words;

  HouseCommand(List<String> words) {
    this.words = words;
  }

  /**
   * Runs on the data folder; an evaluation or a measurement runs on scratch servers and never on
   * the user's data.
   */
  int run(Path folder) {
    if (!ON_SCRATCH.contains(words.getFirst())) {
      return runOn(folder, RunningServers.joinOrStart(folder, Need.DATABASE));
    }
    try {
      Path scratch = Files.createTempDirectory("feewise-eval");
      try {
        return runOn(scratch, RunningServers.onScratch(scratch, Need.DATABASE));
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int runOn(Path folder, RunningServers started) {
    try (RunningServers servers = started) {
      servers.addresses().quarkusProperties().forEach(System::setProperty);
      System.setProperty("feewise.data", folder.toAbsolutePath().normalize().toString());
      System.setProperty("feewise.identity.demo-accounts", "false");
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.scheduler.enabled", "false");
      silenceChannels();
      return runRoom();
    }
  }

  private int runRoom() {
    AtomicInteger status = new AtomicInteger();
    Quarkus.run(
        RoomCommands.class,
        (code, failure) -> {
          status.set(failure != null && code == 0 ? 1 : code);
          if (failure != null) {
            Terminal.tell("serving-failed", Terminal.rootOf(failure));
          }
        },
        words.toArray(String[]::new));
    return status.get();
  }

  /** Nothing is consumed, and a producer connects only if it is used. */
  private static void silenceChannels() {
    for (String name : configuration().stringPropertyNames()) {
      Matcher channel = CHANNEL.matcher(name);
      if (channel.matches()) {
        String prefix = "mp.messaging." + channel.group(1) + "." + channel.group(2) + ".";
        boolean incoming = channel.group(1).equals("incoming");
        System.setProperty(
            prefix + (incoming ? "enabled" : "lazy-client"), String.valueOf(!incoming));
      }
    }
  }

  private static Properties configuration() {
    Properties properties = new Properties();
    ClassLoader loader = HouseCommand.class.getClassLoader();
    try (InputStream file = loader.getResourceAsStream("application.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
