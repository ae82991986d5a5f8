package org.feewise.analytics.risk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real broker in this process for tests, without any topic. */
public final class KafkaBroker implements AutoCloseable {
  private final Properties settings;
  private KafkaRaftServer server;

  private KafkaBroker(Properties settings) {
    this.settings = settings;
    this.server = started(settings);
  }

  /** Starts on free ports with its log in a folder. */
  public static KafkaBroker start(Path log) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    String bootstrap = "127.0.0.1:" + freePort();
    String controller = "127.0.0.1:" + freePort();
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@" + controller,
            "listeners", "PLAINTEXT://" + bootstrap + ",CONTROLLER://" + controller,
            "advertised.listeners", "PLAINTEXT://" + bootstrap,
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.listener.names", "CONTROLLER",
            "log.dirs", log.toString(),
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1"));
    settings.putAll(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1"));
    return new KafkaBroker(settings);
  }

  private static KafkaRaftServer started(Properties settings) {
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    server.startup();
    return server;
  }

  public String bootstrap() {
    return settings.getProperty("advertised.listeners").replace("PLAINTEXT://", "");
  }

  /** Stops the broker; its log and its port stay for {@link #startAgain}. */
  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  void startAgain() {
    server = started(settings);
  }

  /**
   * Holds every producer down to a rate, as a slow network would.
   *
   * @param bytesPerSecond of each client; null takes the limit away
   */
  void slowProducersDown(Double bytesPerSecond) throws ExecutionException, InterruptedException {
    ClientQuotaEntity everyClient =
        new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
    ClientQuotaAlteration rate =
        new ClientQuotaAlteration(
            everyClient,
            List.of(new ClientQuotaAlteration.Op("producer_byte_rate", bytesPerSecond)));
    try (Admin admin = admin()) {
      admin.alterClientQuotas(List.of(rate)).all().get();
    }
  }

  /** Takes topics away with everything in them. */
  void delete(String... topics) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topics)).all().get();
    }
  }

  /** Sends one record and waits until it is there. */
  public void send(String topic, String key, String value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap()));
  }

  /** Everything in a topic now, committed or not. */
  List<ConsumerRecord<String, String>> read(String topic) {
    return read(topic, "read_uncommitted");
  }

  /** What consumers of committed records see of a topic now. */
  public List<ConsumerRecord<String, String>> readCommitted(String topic) {
    return read(topic, "read_committed");
  }

  private List<ConsumerRecord<String, String>> read(String topic, String isolation) {
    Map<String, Object> reader =
        Map.of("bootstrap.servers", bootstrap(), "isolation.level", isolation);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
