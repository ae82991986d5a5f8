package org.feewise.analytics.live;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.risk.ModelFolder;
import org.feewise.analytics.risk.Standing;
import org.feewise.models.risk.RiskModel;

/**
 * The model that may score now: the newest one that stands in the folder and that a nightly run has
 * let pass. While the newest file cannot be used, or its run has not ended, the former stays; while
 * the newest run let nothing pass, no model may score.
 */
final class PassedModel {
  private final HouseDatabase database;
  private final ModelFolder folder;
  private final Consumer<String> log;
  private Optional<FileTime> readAt = Optional.empty();
  private Standing standing = new Standing.Nothing();
  private RiskModel model;
  private String told = "";

  PassedModel(HouseDatabase database, Path folder, Consumer<String> log) {
    this.database = database;
    this.folder = new ModelFolder(folder);
    this.log = log;
  }

  /** The model, or empty where none may score; the log has the reason, once. */
  Optional<RiskModel> now() throws IOException, SQLException {
    LastRun last = LastRun.of(database).orElse(null);
    if (last == null) {
      tell("no nightly run has let a model pass yet: nothing is scored live");
      return Optional.empty();
    }
    readIfChanged();
    String sentence = succeed(last);
    if (!last.published()) {
      tell("the newest nightly run stopped publishing: nothing is scored live");
      return Optional.empty();
    }
    tell(sentence);
    return Optional.ofNullable(model);
  }

  private void readIfChanged() throws IOException {
    Optional<FileTime> changedAt = folder.changedAt();
    if (!changedAt.equals(readAt)) {
      standing = folder.standing();
      readAt = changedAt;
    }
  }

  /** Takes the model that stands where the newest run was its own, and says what scores. */
  private String succeed(LastRun last) {
    String former = model == null ? "nothing is scored live" : model.version() + " stays";
    return switch (standing) {
      case Standing.Nothing _ -> "no model stands in the folder: " + former;
      case Standing.Unusable(String reason) ->
          "the model that stands is not used: %s; %s".formatted(reason, former);
      case Standing.Usable(var file) when !file.card().version().equals(last.modelVersion()) ->
          "the run of %s has not ended yet: %s".formatted(file.card().version(), former);
      case Standing.Usable(var file) -> {
        model = file.model();
        yield "scoring live with " + model.version();
      }
    };
  }

  private void tell(String sentence) {
    if (!sentence.equals(told)) {
      told = sentence;
      log.accept(sentence);
    }
  }
}
