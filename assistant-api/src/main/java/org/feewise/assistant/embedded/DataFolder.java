package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds everything an installation keeps, used by one process at a time.
 *
 * <p>A file {@code feewise-data} tells that the folder is ours and which layout it has; only its
 * owner may look inside.
 */
public final class DataFolder implements AutoCloseable {
  /** Layout of the folder; a program reads its own layout and older ones. */
  static final int LAYOUT = 1;

  /** Below this no database should be opened: its log could not be written. */
  static final long LEAST_SPACE_MIB = 256;

  private static final String MARKER = "feewise-data";
  private static final long MIB = 1024L * 1024L;

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Opens a folder of ours, or makes one where there is none or an empty one.
   *
   * @throws StartupProblem when it is somebody else's, made by a newer program, in use by another
   *     process, not writable or on a full disk
   */
  public static DataFolder open(Path path) {
    return tryOpen(path).orElseThrow(() -> new StartupProblem("in-use", path, holder(path)));
  }

  /** As {@link #open}, but empty when another process uses the folder. */
  public static Optional<DataFolder> tryOpen(Path given) {
    Path path = given.toAbsolutePath().normalize();
    try {
      claim(path);
      requireSpace(path, Files.getFileStore(path).getUsableSpace());
      return lock(path);
    } catch (FileSystemException e) {
      throw new StartupProblem(e, "not-writable", path, reason(e));
    } catch (IOException e) {
      throw new StartupProblem(e, "not-writable", path, String.valueOf(e.getMessage()));
    }
  }

  private static void claim(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StartupProblem("not-a-folder", path);
    }
    Path marker = path.resolve(MARKER);
    if (Files.exists(marker)) {
      requireKnownLayout(path, Files.readString(marker).strip());
    } else {
      requireEmpty(path);
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      Secret.write(marker, LAYOUT + "\n");
    }
  }

  private static void requireKnownLayout(Path path, String layout) {
    if (!layout.matches("[0-9]{1,6}")) {
      throw new StartupProblem("foreign", path);
    }
    if (Integer.parseInt(layout) > LAYOUT) {
      throw new StartupProblem("newer", path, layout, Integer.toString(LAYOUT));
    }
  }

  private static void requireEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> content = Files.list(path)) {
      if (content.anyMatch(file -> !file.getFileName().toString().startsWith("secret"))) {
        throw new StartupProblem("foreign", path);
      }
    }
  }

  /**
   * @param usable bytes left on the disk
   */
  static void requireSpace(Path path, long usable) {
    long free = usable / MIB;
    if (free < LEAST_SPACE_MIB) {
      throw new StartupProblem(
          "disk-full", path, Long.toString(free), Long.toString(LEAST_SPACE_MIB));
    }
  }

  private static Optional<DataFolder> lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Secret.write(path.resolve("holder"), Long.toString(ProcessHandle.current().pid()));
    return Optional.of(new DataFolder(path, channel, lock));
  }

  private static String holder(Path path) {
    try {
      return Files.readString(path.resolve("holder"));
    } catch (IOException unknown) {
      return "?";
    }
  }

  private static String reason(FileSystemException failure) {
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }

  public Path path() {
    return path;
  }

  /** Where analytics leaves the model and the service finds it. */
  public Path models() {
    return path.resolve("models");
  }

  /** Where a running process writes the addresses of its servers. */
  public static Path addressFile(Path folder) {
    return folder.resolve("run").resolve("addresses.env");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(addressFile(path));
    lock.release();
    lockFile.close();
  }
}
