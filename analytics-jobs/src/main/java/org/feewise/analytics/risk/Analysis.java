package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.analytics.history.HouseMirror;
import org.feewise.analytics.history.HouseRecords;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.analytics.risk.publication.ScorePublication;
import org.feewise.analytics.risk.publication.ScorePublication.Published;
import org.feewise.analytics.trends.PaymentTrend;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.watch.Alarm;

/**
 * The nightly run: history from the house's database, a model learnt from it, every open bill
 * scored and the scores published. A rerun of the same day repeats the model and publishes what is
 * missing.
 */
public final class Analysis {
  private final SparkSession spark;
  private final Clock clock;
  private final Consumer<String> log;

  /**
   * What to analyse.
   *
   * @param modelFolder where the model file and its card go
   * @param historyFolder where the copy of the house's history stands, a path or an address that
   *     all of Spark's workers reach
   * @param asOf end of the day as of which everything is known, Asia/Shanghai
   * @param source only bills of this source, all where empty
   * @param publishAnyway whether scores are published though the model has drifted out of bounds
   */
  public record Request(
      HouseDatabase database,
      String kafkaBootstrap,
      Path modelFolder,
      String historyFolder,
      LocalDate asOf,
      Optional<String> source,
      boolean publishAnyway) {

    /** A request that publishes nothing when the model has drifted out of bounds. */
    public Request(
        HouseDatabase database,
        String kafkaBootstrap,
        Path modelFolder,
        String historyFolder,
        LocalDate asOf,
        Optional<String> source) {
      this(database, kafkaBootstrap, modelFolder, historyFolder, asOf, source, false);
    }
  }

  /**
   * What was done.
   *
   * @param modelVersion version of the model that scored
   * @param scored how many open bills have their score on Kafka now
   * @param foundPublished how many of them had it there before, from an earlier run of the same day
   * @param stoppedBy what was out of bounds, so that nothing was published; empty where scores were
   */
  public record Outcome(
      String modelVersion, long scored, long foundPublished, List<Alarm> stoppedBy) {
    public Outcome {
      stoppedBy = List.copyOf(stoppedBy);
    }
  }

  /**
   * Prepares a run.
   *
   * @param log told how it goes, one line a step
   */
  public Analysis(SparkSession spark, Clock clock, Consumer<String> log) {
    this.spark = spark;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Learns, decides which model scores, watches it for drift, scores, publishes and refreshes the
   * reports, in this order. A model out of bounds publishes nothing. Wherever the run is cut off,
   * the model and the report are each the former one or the new one, whole; scores already
   * published stay, and the next run publishes the rest.
   *
   * @throws ServerRefused when the database or Kafka cannot be used; nothing was begun then
   * @throws IOException when the model cannot be written; nothing was published then
   * @throws SQLException when the report cannot be written; it is as it was then
   */
  public Outcome run(Request request) throws IOException, SQLException {
    ScorePublication publication = new ScorePublication(spark, request.kafkaBootstrap());
    request.database().requireReadable();
    publication.requireTopics();
    log.accept("reading what is new in " + request.database());
    HouseRecords records =
        new HouseMirror(spark, request.historyFolder(), log).refresh(request.database());
    HouseHistory history = new HouseHistory(records, request.asOf(), request.source());
    Optional<HouseHistory.Extent> extent = history.extent(Samples.newestAfter(request.asOf()));
    if (extent.isEmpty()) {
      log.accept("no bill was issued by " + request.asOf() + ": nothing to learn or to score");
      return new Outcome("", 0, 0, List.of());
    }
    log.accept(
        "%d judged bills and %d open ones, issued from %s to %s"
            .formatted(
                extent.get().judged(),
                extent.get().open(),
                extent.get().first(),
                extent.get().last()));
    Samples samples = new Samples(request.asOf(), extent.get());
    Dataset<Row> described =
        DescribedBills.of(history.bills(), history.rates(), request.asOf(), samples.wanted())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Stewardship.Decision decision =
          new Stewardship(spark, clock, log).newest(request, samples, described);
      RiskModel model = decision.model();
      Gate gate = Gate.of(decision.drift(), request.publishAnyway());
      gate.sentences(model.version()).forEach(log);
      Published published =
          gate.isOpen()
              ? publish(publication, request, extent.get(), described, model)
              : new Published(0, 0);
      long scored = published.sent() + published.found();
      report(request, records);
      new RiskRunReport(request.database(), clock)
          .add(decision, new RiskRunReport.Ending(request.asOf(), gate, scored));
      return new Outcome(model.version(), scored, published.found(), gate.stoppedBy());
    } finally {
      described.unpersist();
    }
  }

  private void report(Request request, HouseRecords records) throws SQLException {
    long rows = new PaymentTrend(request.database(), clock).refresh(records, request.asOf());
    log.accept("wrote %d rows of the payment trend".formatted(rows));
  }

  private Published publish(
      ScorePublication publication,
      Request request,
      HouseHistory.Extent extent,
      Dataset<Row> described,
      RiskModel model) {
    long count = extent.open();
    if (count == 0) {
      log.accept("no bill is open: nothing to score; %s is ready".formatted(model.version()));
      return new Published(0, 0);
    }
    log.accept("scoring %d open bills with %s".formatted(count, model.version()));
    Published published =
        publication.publish(
            described.where(col("open")),
            count,
            request.asOf(),
            model.version(),
            request.source(),
            new ScoreEvents(model, request.asOf(), clock.instant()));
    log.accept(
        "published %d scores to %s; %d stood there already"
            .formatted(published.sent(), request.kafkaBootstrap(), published.found()));
    return published;
  }
}
