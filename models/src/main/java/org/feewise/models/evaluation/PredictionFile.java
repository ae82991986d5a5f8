package org.feewise.models.evaluation;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of predictions, one JSON object a line. It appears under its name only when {@link
 * #complete()} was called; until then what stood there stays.
 */
public final class PredictionFile implements Closeable {
  private final Path target;
  private final Path draft;
  private final BufferedWriter writer;

  private PredictionFile(Path target, Path draft) throws IOException {
    this.target = target;
    this.draft = draft;
    this.writer = Files.newBufferedWriter(draft);
  }

  /**
   * Opens a file for predictions, creating the folders on the way to it.
   *
   * @throws IOException when nothing can be written there
   */
  public static PredictionFile open(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException(target + " is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return new PredictionFile(target, target);
    }
    Path absolute = target.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    String draft = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return new PredictionFile(target, absolute.resolveSibling(draft));
  }

  /** Appends a prediction: a record, map or JSON node. */
  public void write(Object prediction) throws IOException {
    writer.write(EvaluationJson.line(prediction));
    writer.write('\n');
  }

  /** Puts the finished file under its name. */
  public void complete() throws IOException {
    writer.close();
    if (!draft.equals(target)) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Closes the file and drops what was not completed. */
  @Override
  public void close() throws IOException {
    writer.close();
    if (!draft.equals(target)) {
      Files.deleteIfExists(draft);
    }
  }
}
