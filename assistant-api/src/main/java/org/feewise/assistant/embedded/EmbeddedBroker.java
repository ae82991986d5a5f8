package org.feewise.assistant.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.feewise.models.events.Topics;

/** A real Kafka broker in this process (KRaft, one node), its log kept in a directory. */
final class EmbeddedBroker implements AutoCloseable {
  private static final int NODE = 1;
  private static final int PARTITIONS = 3;
  private static final String CLUSTER = new Uuid(0x46656557697365L, NODE).toString();
  private static final String CONTROLLER = "CONTROLLER";
  private static final List<String> TOPICS =
      List.of(
          Topics.BILLS,
          Topics.PAYMENTS,
          Topics.RISK_SCORES,
          Topics.RISK_SCORES_SET_ASIDE,
          Topics.REMINDERS);

  private final KafkaRaftServer server;
  private final String bootstrap;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /** Starts the broker and creates the topics that are not there yet. */
  static EmbeddedBroker start(Path home) throws IOException {
    Files.createDirectories(home);
    String bootstrap = "127.0.0.1:" + FreePort.remembered(home.resolve("port"));
    String controller = "127.0.0.1:" + FreePort.remembered(home.resolve("controller-port"));
    Path log = home.resolve("log").toAbsolutePath();
    format(log);
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(configuration(log, bootstrap, controller)), Time.SYSTEM);
    server.startup();
    EmbeddedBroker broker = new EmbeddedBroker(server, bootstrap);
    try {
      broker.createTopics();
    } catch (IOException | RuntimeException e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  private static void format(Path log) throws IOException {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(NODE)
          .setClusterId(CLUSTER)
          .addDirectory(log.toString())
          .setMetadataLogDirectory(log.toString())
          .setControllerListenerName(CONTROLLER)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the broker's log in " + log + " could not be formatted", e);
    }
  }

  private static Properties configuration(Path log, String bootstrap, String controller) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            Integer.toString(NODE),
            "controller.quorum.voters",
            NODE + "@" + controller,
            "listeners",
            "PLAINTEXT://" + bootstrap + "," + CONTROLLER + "://" + controller,
            "advertised.listeners",
            "PLAINTEXT://" + bootstrap,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
            "controller.listener.names",
            CONTROLLER,
            "log.dirs",
            log.toString(),
            "transaction.state.log.num.partitions",
            "3"));
    properties.putAll(
        Map.of(
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            // after a kill the old registration is waited out: 3 s instead of 9
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000"));
    return properties;
  }

  private void createTopics() throws IOException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      for (String topic : TOPICS) {
        create(admin, topic);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while creating the topics", e);
    }
  }

  private static void create(Admin admin, String topic) throws IOException, InterruptedException {
    try {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException("topic " + topic + " could not be created", e.getCause());
      }
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
