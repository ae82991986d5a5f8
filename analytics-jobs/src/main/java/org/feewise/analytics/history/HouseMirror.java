package org.feewise.analytics.history;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedFunction;
import dev.failsafe.function.CheckedSupplier;
import java.sql.SQLException;
import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A copy of what is learnt from, in Delta tables beside Spark, so that a nightly run reads from the
 * house only what was written since the one before. A commit holds the rows together with how far
 * they were read: whatever dies on the way, the next run goes on from the last one.
 *
 * <p>A copy that is missing, unreadable, of another house or of another form is made anew, and so
 * is one that holds rows which the house has deleted.
 */
public final class HouseMirror {
  private final SparkSession spark;
  private final String folder;
  private final Consumer<String> log;

  /**
   * Prepares a copy.
   *
   * @param folder where it stands: a path or an address that all of Spark's workers reach
   * @param log told what was read, one line a table
   */
  public HouseMirror(SparkSession spark, String folder, Consumer<String> log) {
    this.spark = spark;
    this.folder = folder;
    this.log = log;
  }

  /** How the rows of a table are read from the house. */
  private record Reading(
      String table, CheckedSupplier<Dataset<Row>> all, CheckedFunction<Long, Dataset<Row>> since) {}

  /**
   * Brings the copy up to date and gives what stands in it.
   *
   * @throws SQLException when the house cannot be read; the copy is as it was then
   */
  public HouseRecords refresh(HouseDatabase database) throws SQLException {
    try (HouseSnapshot house = HouseSnapshot.of(database)) {
      Reading bills =
          new Reading(
              "bill",
              () -> HouseRecords.allBills(spark, house),
              since -> HouseRecords.billsWrittenSince(spark, house, since));
      Reading citizens =
          new Reading(
              "citizen",
              () -> HouseRecords.allCitizens(spark, house),
              since -> HouseRecords.citizensWrittenSince(spark, house, since));
      return new HouseRecords(
          refresh(table("bills", "bill_no"), bills, house),
          refresh(table("citizens", "citizen_id"), citizens, house));
    }
  }

  private MirroredTable table(String name, String key) {
    return new MirroredTable(spark, new Path(folder, name).toString(), key, log);
  }

  /** Another run that brings the same copy up to date may come in between. */
  private static Dataset<Row> refresh(MirroredTable table, Reading reading, HouseSnapshot house)
      throws SQLException {
    RetryPolicy<Object> again =
        RetryPolicy.builder()
            .handle(ConcurrentModificationException.class)
            .withMaxRetries(3)
            .build();
    try {
      return Failsafe.with(again).get(() -> refreshed(table, reading, house));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static Dataset<Row> refreshed(MirroredTable table, Reading reading, HouseSnapshot house)
      throws Throwable {
    Optional<HouseSnapshot.Mark> since = table.mark().filter(mark -> mark.isBefore(house.mark()));
    if (since.isPresent()) {
      table.merge(reading.since().apply(since.get().transaction()), house.mark());
      Dataset<Row> copied = table.rows();
      if (copied.count() == house.count(reading.table())) {
        return copied;
      }
    }
    table.replace(reading.all().get(), house.mark());
    return table.rows();
  }
}
