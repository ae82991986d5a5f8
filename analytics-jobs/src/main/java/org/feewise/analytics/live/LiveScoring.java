package org.feewise.analytics.live;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.analytics.risk.publication.ScorePublication;
import org.feewise.models.events.Topics;

/**
 * Follows {@code feewise.bills.v1} with Spark Structured Streaming and publishes the score of every
 * new bill. How far it came stands in a folder, its checkpoint: a batch that was cut off is scored
 * again with the same event ids, so that consumers see each score once.
 */
public final class LiveScoring {
  private static final Trigger EVERY_SECOND = Trigger.ProcessingTime("1 second");
  private static final int MOST_EVENTS_A_BATCH = 1_000;

  private final SparkSession spark;
  private final Clock clock;
  private final Consumer<String> log;
  private final RetryPolicy<Object> again;
  private boolean stopping;
  private StreamingQuery query;

  /**
   * What to follow.
   *
   * @param modelFolder where the nightly run keeps its models
   * @param checkpoint folder that says how far events are scored; made where there is none
   */
  public record Request(
      HouseDatabase database, String kafkaBootstrap, Path modelFolder, Path checkpoint) {}

  /**
   * Prepares to follow.
   *
   * @param clock tells the day, Asia/Shanghai
   * @param log told what was scored, skipped or put off, one line each, without personal data
   */
  public LiveScoring(SparkSession spark, Clock clock, Consumer<String> log) {
    this.spark = spark;
    this.clock = clock;
    this.log = log;
    this.again =
        RetryPolicy.builder()
            .handle(StreamingQueryException.class)
            .withMaxRetries(-1)
            .withBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .onRetryScheduled(
                retry ->
                    log.accept(
                        "%s: the batch is tried again in %d s"
                            .formatted(
                                reason(retry.getLastException()), retry.getDelay().toSeconds())))
            .build();
  }

  /**
   * Follows until {@link #stop()}. A batch that fails because a server is away is tried again until
   * it succeeds.
   *
   * @throws ServerRefused when the database or Kafka cannot be used at the start
   */
  public void run(Request request) throws IOException, SQLException {
    request.database().requireReadable();
    new ScorePublication(spark, request.kafkaBootstrap()).requireTopics();
    LiveBatch batch = new LiveBatch(spark, clock, request, log);
    batch.prepare();
    try {
      Failsafe.with(again).run(() -> follow(request, batch));
    } catch (FailsafeException e) {
      throw new IllegalStateException("live scoring ended: " + reason(e.getCause()), e);
    }
  }

  /** Ends {@link #run}; a batch in the middle is scored again at the next start. */
  public synchronized void stop() {
    stopping = true;
    try {
      if (query != null) {
        query.stop();
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stream did not stop in time", e);
    }
  }

  private void follow(Request request, LiveBatch batch)
      throws TimeoutException, StreamingQueryException {
    StreamingQuery started;
    synchronized (this) {
      if (stopping) {
        return;
      }
      started = start(request, batch);
      query = started;
    }
    StreamingQueryException failure = null;
    try {
      started.awaitTermination();
    } catch (StreamingQueryException e) {
      failure = e;
    }
    if (!isStopping() && failure != null) {
      throw failure;
    }
  }

  /** Waits for a stop in the middle, which needs the session for longer than its query. */
  private synchronized boolean isStopping() {
    return stopping;
  }

  private StreamingQuery start(Request request, LiveBatch batch) throws TimeoutException {
    VoidFunction2<Dataset<Row>, Long> score = batch::score;
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", request.kafkaBootstrap())
        .option("kafka.isolation.level", "read_committed")
        .option("subscribe", Topics.BILLS)
        .option("startingOffsets", "earliest")
        .option("failOnDataLoss", false)
        .option("maxOffsetsPerTrigger", MOST_EVENTS_A_BATCH)
        .load()
        .writeStream()
        .queryName("live-scores")
        .trigger(EVERY_SECOND)
        .option("checkpointLocation", request.checkpoint().toUri().toString())
        .foreachBatch(score)
        .start();
  }

  /** The kind of the deepest cause; its message may quote what is personal. */
  private static String reason(Throwable failure) {
    Throwable deepest =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .reduce((_, deeper) -> deeper)
            .orElse(failure);
    return deepest instanceof SQLException refused
        ? deepest.getClass().getSimpleName() + " " + refused.getSQLState()
        : deepest.getClass().getSimpleName();
  }
}
