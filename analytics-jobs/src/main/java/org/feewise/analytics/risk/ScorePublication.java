package org.feewise.analytics.risk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.models.events.Topics;

/**
 * Sends scores to Kafka, from Spark's own tasks.
 *
 * @param bootstrap addresses of the brokers
 */
record ScorePublication(String bootstrap) {
  private static final int PARTITIONS = 3;
  private static final int CONNECT_MILLIS = 5_000;

  /**
   * Scores every row and sends one event for each; the key is the citizen. The topic must be there.
   */
  void publish(SparkSession spark, Dataset<Row> openBills, ScoreEvents events) {
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

  /** A refused connection is told at once, where Kafka's own client would try for long. */
  private void requireAnswer() {
    IOException refusal = null;
    for (InetSocketAddress broker : brokers()) {
      try (Socket socket = new Socket()) {
        socket.connect(broker, CONNECT_MILLIS);
        return;
      } catch (IOException e) {
        refusal = e;
      }
    }
    throw new ServerRefused(ServerRefused.Server.KAFKA, bootstrap, refusal);
  }

  private List<InetSocketAddress> brokers() {
    try {
      return ClientUtils.parseAndValidateAddresses(
          List.of(bootstrap.split(",")), ClientDnsLookup.USE_ALL_DNS_IPS);
    } catch (ConfigException e) {
      throw new ServerRefused(ServerRefused.Server.KAFKA, bootstrap, e);
    }
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

  /**
   * Makes sure that the brokers answer and have the topic.
   *
   * @throws ServerRefused when they do not
   */
  void requireTopic() {
    requireAnswer();
    NewTopic topic = new NewTopic(Topics.RISK_SCORES, PARTITIONS, (short) -1);
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "10000"))) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new ServerRefused(ServerRefused.Server.KAFKA, bootstrap, e.getCause());
      }
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ServerRefused(ServerRefused.Server.KAFKA, bootstrap, cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating " + Topics.RISK_SCORES, e);
    }
  }
}
