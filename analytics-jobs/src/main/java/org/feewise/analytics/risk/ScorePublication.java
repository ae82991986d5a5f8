package org.feewise.analytics.risk;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.models.events.Topics;

/**
 * Sends scores to Kafka, from Spark's own tasks.
 *
 * @param bootstrap addresses of the brokers
 */
record ScorePublication(String bootstrap) {
  private static final int PARTITIONS = 3;

  /** Scores every row and sends one event for each; the key is the citizen. */
  void publish(SparkSession spark, Dataset<Row> openBills, ScoreEvents events) {
    createTopic();
    Broadcast<ScoreEvents> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(events);
    openBills
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> scored(rows, shared.value()),
            Encoders.row(ScoreEvents.SCHEMA))
        .write()
        .format("kafka")
        .option("kafka.bootstrap.servers", bootstrap)
        .option("kafka.acks", "all")
        .option("topic", Topics.RISK_SCORES)
        .save();
  }

  private static Iterator<Row> scored(Iterator<Row> rows, ScoreEvents events) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return events.event(rows.next());
      }
    };
  }

  private void createTopic() {
    NewTopic topic = new NewTopic(Topics.RISK_SCORES, PARTITIONS, (short) -1);
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "request.timeout.ms",
                "10000",
                "default.api.timeout.ms",
                "20000"))) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "Kafka at " + bootstrap + ": " + e.getCause().getMessage(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating " + Topics.RISK_SCORES, e);
    }
  }
}
