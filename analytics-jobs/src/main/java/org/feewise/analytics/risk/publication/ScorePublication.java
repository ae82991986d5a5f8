package org.feewise.analytics.risk.publication;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.models.events.RiskRunPart;

/**
 * Publishes the scores of one run: every open bill once, as consumers of committed records see it,
 * however often the run is begun. A part whose bills changed since it was published is published
 * anew; the scores that did not change repeat their ids.
 */
public final class ScorePublication {
  private static final String PART = "publication_part";

  private final SparkSession spark;
  private final KafkaBrokers brokers;

  /**
   * What stands on Kafka at the end.
   *
   * @param sent how many scores were sent now
   * @param found how many were there already
   */
  public record Published(long sent, long found) {}

  /**
   * Prepares a publication.
   *
   * @param bootstrap addresses of the brokers
   */
  public ScorePublication(SparkSession spark, String bootstrap) {
    this.spark = spark;
    this.brokers = new KafkaBrokers(bootstrap);
  }

  /**
   * Makes sure, before anything is begun, that the brokers answer and have the topics.
   *
   * @throws ServerRefused when they do not
   */
  public void requireTopics() {
    brokers.requireTopics();
  }

  /**
   * Scores and sends the bills of the parts that are not there yet.
   *
   * @param openBills bills with a column {@code bill_no}
   * @param count how many they are
   * @throws IllegalStateException when Kafka stays away or another run takes this one over; parts
   *     already published stay, and the next run publishes the rest
   */
  public Published publish(
      Dataset<Row> openBills,
      long count,
      LocalDate asOf,
      String modelVersion,
      Optional<String> source,
      EventWriter events) {
    ScoringRun run = ScoringRun.of(asOf, modelVersion, source, count);
    try {
      return publish(openBills, run, events);
    } catch (Exception e) {
      throw explained(e, run);
    }
  }

  private Published publish(Dataset<Row> openBills, ScoringRun run, EventWriter events) {
    Column part = pmod(xxhash64(col("bill_no")), lit(run.parts())).cast("int");
    Dataset<Row> inParts = openBills.withColumn(PART, part);
    Map<Integer, RiskRunPart> missing = parts(inParts, run);
    long all = bills(missing);
    brokers.fence(run.transactionalIds());
    PublishedParts published = PublishedParts.readFrom(brokers.bootstrap(), 0);
    missing.values().removeIf(published::has);
    long sent = send(inParts, run, missing, published.end(), events);
    return new Published(sent, all - sent);
  }

  /** The parts that hold a bill, counted and fingerprinted in the engine. */
  private static Map<Integer, RiskRunPart> parts(Dataset<Row> inParts, ScoringRun run) {
    Column[] everything =
        Stream.of(inParts.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Map<Integer, RiskRunPart> parts = new HashMap<>();
    inParts
        .groupBy(PART)
        .agg(count(lit(1)), hex(bit_xor(xxhash64(everything))))
        .toLocalIterator()
        .forEachRemaining(
            row ->
                parts.put(
                    row.getInt(0),
                    new RiskRunPart(
                        run.name(), row.getInt(0), run.parts(), row.getLong(1), row.getString(2))));
    return parts;
  }

  private long send(
      Dataset<Row> inParts,
      ScoringRun run,
      Map<Integer, RiskRunPart> missing,
      long markersFrom,
      EventWriter events) {
    if (missing.isEmpty()) {
      return 0;
    }
    Broadcast<PartPublication> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new PartPublication(brokers.bootstrap(), run, missing, markersFrom, events));
    return inParts
        .where(col(PART).isin(missing.keySet().toArray()))
        .repartitionById(run.parts(), col(PART))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) bills -> shared.value().publish(bills, PART),
            Encoders.row(PartPublication.SCHEMA))
        .where(col("sent"))
        .collectAsList()
        .stream()
        .mapToLong(row -> missing.get(row.<Integer>getAs("part")).bills())
        .sum();
  }

  private static long bills(Map<Integer, RiskRunPart> parts) {
    return parts.values().stream().mapToLong(RiskRunPart::bills).sum();
  }

  private RuntimeException explained(Exception failure, ScoringRun run) {
    Optional<Throwable> kafka =
        Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(cause -> cause instanceof KafkaException || cause instanceof ServerRefused)
            .reduce((_, deeper) -> deeper);
    if (kafka.isEmpty()) {
      return failure instanceof RuntimeException asItIs
          ? asItIs
          : new IllegalStateException(failure.getMessage(), failure);
    }
    String sentence =
        switch (kafka.get()) {
          case ProducerFencedException _, InvalidProducerEpochException _ ->
              "another run publishes the same scores and goes on; this one stops";
          case Throwable other ->
              "Kafka at %s stopped taking scores (%s); what is published stays, run it again"
                  .formatted(brokers.bootstrap(), other.getMessage());
        };
    return new IllegalStateException(sentence + " (run " + run.name() + ")", failure);
  }
}
