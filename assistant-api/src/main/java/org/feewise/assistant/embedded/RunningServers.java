package org.feewise.assistant.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of a data folder as a command meets them: those of the process that already runs on
 * the folder, else its own, which stop with it.
 */
public final class RunningServers implements AutoCloseable {
  private final Optional<DataFolder> folder;
  private final Optional<EmbeddedServers> own;
  private final ServerAddresses addresses;

  private RunningServers(
      Optional<DataFolder> folder, Optional<EmbeddedServers> own, ServerAddresses addresses) {
    this.folder = folder;
    this.own = own;
    this.addresses = addresses;
  }

  /**
   * Starts servers on a folder that nobody else may use.
   *
   * @throws StartupProblem when they cannot be started, or somebody else uses the folder
   */
  public static RunningServers exclusively(Path folder, EmbeddedServers.Need need) {
    return start(DataFolder.open(folder), need, ServerAddresses.of(System.getenv()));
  }

  /** Starts servers of their own on a new folder, whatever servers the environment names. */
  public static RunningServers onScratch(Path folder, EmbeddedServers.Need need) {
    return start(DataFolder.open(folder), need, ServerAddresses.of(Map.of()));
  }

  /** Starts servers, or finds those of the process that uses the folder. */
  public static RunningServers joinOrStart(Path folder, EmbeddedServers.Need need) {
    return DataFolder.tryOpen(folder)
        .map(opened -> start(opened, need, ServerAddresses.of(System.getenv())))
        .orElseGet(() -> join(folder));
  }

  private static RunningServers start(
      DataFolder folder, EmbeddedServers.Need need, ServerAddresses given) {
    try {
      EmbeddedServers servers = EmbeddedServers.start(folder.path(), need, given);
      Secret.write(DataFolder.addressFile(folder.path()), servers.addresses().lines());
      return new RunningServers(Optional.of(folder), Optional.of(servers), servers.addresses());
    } catch (IOException e) {
      closeQuietly(folder);
      throw new StartupProblem(e, "servers-failed", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      closeQuietly(folder);
      throw e;
    }
  }

  private static RunningServers join(Path folder) {
    Path file = DataFolder.addressFile(folder);
    if (!Files.exists(file)) {
      throw new StartupProblem("still-starting", folder);
    }
    try {
      ServerAddresses addresses = ServerAddresses.parse(Files.readString(file));
      return new RunningServers(Optional.empty(), Optional.empty(), addresses);
    } catch (IOException e) {
      throw new StartupProblem(e, "not-writable", folder, String.valueOf(e.getMessage()));
    }
  }

  public ServerAddresses addresses() {
    return addresses;
  }

  /** Whether the database is kept in this folder by this process. */
  public boolean ownsDatabase() {
    return own.map(EmbeddedServers::ownsDatabase).orElse(false);
  }

  private static void closeQuietly(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedServers::close);
    folder.ifPresent(RunningServers::closeQuietly);
  }
}
