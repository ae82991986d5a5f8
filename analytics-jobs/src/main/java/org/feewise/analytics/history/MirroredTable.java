package org.feewise.analytics.history;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * A Delta table that copies rows of the house. Each commit says how far the house was read.
 *
 * @param path where it stands
 * @param key the column that names a row
 */
record MirroredTable(SparkSession spark, String path, String key, Consumer<String> log) {
  /** Changes with the columns that are copied. */
  private static final int FORM = 1;

  private static final String COMMIT_NOTE = "spark.databricks.delta.commitInfo.userMetadata";
  private static final Pattern NOTE = Pattern.compile("form (\\d+) house (\\d+) read to (\\d+)");
  private static final int NOTES_SEARCHED = 100;

  /** Files that no version of the last week needs are removed so often. */
  private static final int COMMITS_A_CLEANING = 10;

  /**
   * How far the house was read; empty where there is no copy that can be gone on with. A copy that
   * cannot be read is removed.
   */
  Optional<HouseSnapshot.Mark> mark() {
    try {
      return DeltaTable.isDeltaTable(spark, path) ? lastMark() : Optional.empty();
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      log.accept("the copy in %s cannot be read and is made anew: %s".formatted(path, reason(e)));
      delete();
      return Optional.empty();
    }
  }

  private Optional<HouseSnapshot.Mark> lastMark() {
    return DeltaTable.forPath(spark, path)
        .history(NOTES_SEARCHED)
        .select("userMetadata")
        .collectAsList()
        .stream()
        .filter(row -> !row.isNullAt(0))
        .map(row -> NOTE.matcher(row.getString(0)))
        .filter(Matcher::matches)
        .findFirst()
        .filter(newest -> Integer.parseInt(newest.group(1)) == FORM)
        .map(MirroredTable::mark);
  }

  private void delete() {
    try {
      Path folder = new Path(path);
      folder.getFileSystem(spark.sessionState().newHadoopConf()).delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be cleared", e);
    }
  }

  private static HouseSnapshot.Mark mark(Matcher note) {
    return new HouseSnapshot.Mark(Long.parseLong(note.group(2)), Long.parseLong(note.group(3)));
  }

  /** Puts rows in the place of everything there is. */
  void replace(Dataset<Row> rows, HouseSnapshot.Mark mark) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", true)
        .option("delta.enableDeletionVectors", true)
        .option("delta.autoOptimize.autoCompact", true)
        .option("userMetadata", note(mark))
        .save(path);
    log.accept("copied every row of the house to " + path);
  }

  /** Takes over rows that were written since; a row of a key that is there takes its place. */
  void merge(Dataset<Row> written, HouseSnapshot.Mark mark) {
    Dataset<Row> rows = written.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long count = rows.count();
      if (count > 0) {
        spark.conf().set(COMMIT_NOTE, note(mark));
        DeltaTable copy = DeltaTable.forPath(spark, path);
        copy.as("copy")
            .merge(rows.as("written"), "copy.%1$s = written.%1$s".formatted(key))
            .whenMatched()
            .updateAll()
            .whenNotMatched()
            .insertAll()
            .execute();
        if (version() % COMMITS_A_CLEANING == 0) {
          copy.vacuum();
        }
      }
      log.accept("copied %d rows written since the last run to %s".formatted(count, path));
    } finally {
      spark.conf().unset(COMMIT_NOTE);
      rows.unpersist();
    }
  }

  /** What stands there now, whatever is written later. */
  Dataset<Row> rows() {
    return spark.read().format("delta").option("versionAsOf", version()).load(path);
  }

  private long version() {
    return DeltaTable.forPath(spark, path).history(1).select("version").head().getLong(0);
  }

  private static String note(HouseSnapshot.Mark mark) {
    return "form %d house %d read to %d".formatted(FORM, mark.house(), mark.transaction());
  }

  private static String reason(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
