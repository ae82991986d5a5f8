package org.feewise.analytics.live;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.analytics.history.HouseRecords;
import org.feewise.analytics.risk.ScoreEvents;
import org.feewise.analytics.risk.publication.EventWriter;
import org.feewise.models.events.Topics;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.features.PopulationRates;

/**
 * Scores the bills that one micro-batch tells of, as the nightly run of the same day would: with
 * the citizens' whole history, the same definition of the features and the same ids of the events.
 */
final class LiveBatch {
  private static final StructType RECORD =
      new StructType()
          .add("key", DataTypes.StringType, false)
          .add("value", DataTypes.StringType, false);

  private final SparkSession spark;
  private final Clock clock;
  private final LiveScoring.Request request;
  private final Consumer<String> log;
  private final PassedModel passed;
  private final Neighbourhood neighbourhood;
  private long unreadable;

  LiveBatch(SparkSession spark, Clock clock, LiveScoring.Request request, Consumer<String> log) {
    this.spark = spark;
    this.clock = clock;
    this.request = request;
    this.log = log;
    this.passed = new PassedModel(request.database(), request.modelFolder(), log);
    this.neighbourhood = new Neighbourhood(spark, request.database(), log);
  }

  /** Makes ready what the first batch would otherwise wait for. */
  void prepare() throws IOException, SQLException {
    neighbourhood.asOf(LocalDate.now(clock));
    Optional<RiskModel> _ = passed.now();
  }

  /** Scores and publishes; whatever fails, the whole batch can be scored again. */
  void score(Dataset<Row> records, long batch) throws IOException, SQLException {
    BillNews news = BillNews.of(records);
    KnownBills known = KnownBills.among(news.bills(), request.database());
    Optional<RiskModel> model = passed.now();
    if (model.isPresent() && !known.bills().isEmpty()) {
      publish(known, model.get());
    }
    for (String place : news.unreadable()) {
      log.accept("skipped %s: no bill event (%d so far)".formatted(place, ++unreadable));
    }
    if (!news.bills().isEmpty()) {
      log.accept(
          "batch %d: %d bills told, %d of them open, %s"
              .formatted(
                  batch,
                  news.bills().size(),
                  known.bills().size(),
                  model.map(each -> "scored with " + each.version()).orElse("none scored")));
    }
  }

  private void publish(KnownBills known, RiskModel model) throws SQLException {
    LocalDate asOf = LocalDate.now(clock);
    PopulationRates rates = neighbourhood.asOf(asOf);
    HouseRecords records = HouseRecords.of(spark, request.database(), known.citizens());
    HouseHistory history = new HouseHistory(records, asOf, Optional.empty());
    Column told = col("bill_no").isInCollection(known.bills());
    Dataset<Row> bills = DescribedBills.of(history.bills(), rates, asOf, told).where(col("open"));
    Broadcast<ScoreEvents> events =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new ScoreEvents(model, asOf, clock.instant()));
    try {
      bills
          .map((MapFunction<Row, Row>) bill -> keyed(events, bill), Encoders.row(RECORD))
          .write()
          .format("kafka")
          .option("kafka.bootstrap.servers", request.kafkaBootstrap())
          .option("topic", Topics.RISK_SCORES)
          .save();
    } finally {
      events.destroy();
    }
  }

  private static Row keyed(Broadcast<ScoreEvents> events, Row bill) {
    EventWriter.KeyedEvent event = events.value().event(bill);
    return RowFactory.create(event.key(), event.json());
  }
}
