package org.feewise.analytics.risk.publication;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FenceProducersOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.models.events.Topics;

/**
 * What the driver asks of the brokers before scores are published.
 *
 * @param bootstrap addresses of the brokers
 */
record KafkaBrokers(String bootstrap) {
  private static final int PARTITIONS = 3;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int FENCE_MILLIS = 60_000;

  /**
   * Makes sure that the brokers answer and have the topics.
   *
   * @throws ServerRefused when they do not
   */
  void requireTopics() {
    requireAnswer();
    short replicas = -1;
    NewTopic bills = new NewTopic(Topics.BILLS, PARTITIONS, replicas);
    NewTopic scores = new NewTopic(Topics.RISK_SCORES, PARTITIONS, replicas);
    NewTopic runs =
        new NewTopic(Topics.RISK_RUNS, 1, replicas)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try (Admin admin = admin("5000", "10000")) {
      admin.createTopics(List.of(bills, scores, runs)).values().values().forEach(this::created);
    } catch (KafkaException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    }
  }

  /**
   * Shuts out whoever still publishes under these names; what they left open is rolled back.
   *
   * @throws ServerRefused when the brokers cannot do it
   */
  void fence(Collection<String> transactionalIds) {
    try (Admin admin = admin("30000", "60000")) {
      FenceProducersOptions options = new FenceProducersOptions().timeoutMs(FENCE_MILLIS);
      settled(admin.fenceProducers(transactionalIds, options).all());
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    }
  }

  private Admin admin(String requestMillis, String callMillis) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            requestMillis,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            callMillis));
  }

  private void created(KafkaFuture<Void> topic) {
    try {
      settled(topic);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw refused(e.getCause());
      }
    }
  }

  private static void settled(KafkaFuture<Void> asked) throws ExecutionException {
    try {
      asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was asked", e);
    }
  }

  /** A refused connection is told at once, where Kafka's own client would try for long. */
  private void requireAnswer() {
    IOException refusal = null;
    for (InetSocketAddress broker : addresses()) {
      try (Socket socket = new Socket()) {
        socket.connect(broker, CONNECT_MILLIS);
        return;
      } catch (IOException e) {
        refusal = e;
      }
    }
    throw refused(refusal);
  }

  private List<InetSocketAddress> addresses() {
    try {
      return ClientUtils.parseAndValidateAddresses(
          List.of(bootstrap.split(",")), ClientDnsLookup.USE_ALL_DNS_IPS);
    } catch (ConfigException e) {
      throw refused(e);
    }
  }

  ServerRefused refused(Throwable cause) {
    return new ServerRefused(ServerRefused.Server.KAFKA, bootstrap, cause);
  }
}
