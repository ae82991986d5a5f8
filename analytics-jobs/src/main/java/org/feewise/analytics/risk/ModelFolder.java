package org.feewise.analytics.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.UnusableModel;

/**
 * The folder in which the newest model stands as {@value #CURRENT}, each older one by its version.
 */
final class ModelFolder {
  static final String CURRENT = "risk-model.zip";

  private final Path folder;

  ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** Keeps a model under its version, then makes it the newest. */
  void keep(ModelFile model) throws IOException {
    model.write(folder.resolve(model.card().version() + ".zip"));
    model.write(folder.resolve(CURRENT));
  }

  /** The newest model, empty where there is none that this program can use; the log says why. */
  Optional<ModelFile> newest(Consumer<String> log) throws IOException {
    Path current = folder.resolve(CURRENT);
    if (!Files.exists(current)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelFile.read(current));
    } catch (UnusableModel | NoSuchFileException e) {
      log.accept("the model that stands is not used: " + e.getMessage());
      return Optional.empty();
    }
  }
}
