package org.feewise.analytics.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.UnusableModel;

/**
 * The folder in which the newest model stands as {@value #CURRENT}, each older one by its version.
 */
public final class ModelFolder {
  static final String CURRENT = "risk-model.zip";

  private final Path folder;

  /** The models in a folder, which need not be there yet. */
  public ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** Keeps a model under its version, then makes it the newest. */
  void keep(ModelFile model) throws IOException {
    model.write(folder.resolve(model.card().version() + ".zip"));
    model.write(folder.resolve(CURRENT));
  }

  /** When the newest model was put there; empty while none stands. */
  public Optional<FileTime> changedAt() throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(CURRENT)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The newest model, or why there is none. */
  public Standing standing() throws IOException {
    try {
      return new Standing.Usable(ModelFile.read(folder.resolve(CURRENT)));
    } catch (NoSuchFileException e) {
      return new Standing.Nothing();
    } catch (UnusableModel e) {
      return new Standing.Unusable(e.getMessage());
    }
  }
}
