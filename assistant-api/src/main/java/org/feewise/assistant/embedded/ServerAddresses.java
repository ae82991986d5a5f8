package org.feewise.assistant.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the database and the broker of this run answer, in the names every FeeWise process reads.
 *
 * @param databaseUrl JDBC address without credentials
 * @param kafkaBootstrap host:port of the broker
 */
public record ServerAddresses(
    String databaseUrl, String databaseUser, String databasePassword, String kafkaBootstrap) {

  /** The addresses as environment variables for a child process. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("FEEWISE_DATABASE_URL", databaseUrl);
    variables.put("FEEWISE_DATABASE_USER", databaseUser);
    variables.put("FEEWISE_DATABASE_PASSWORD", databasePassword);
    variables.put("FEEWISE_KAFKA_BOOTSTRAP", kafkaBootstrap);
    return variables;
  }

  /** The addresses as Quarkus properties. */
  public Map<String, String> quarkusProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("quarkus.datasource.jdbc.url", databaseUrl);
    properties.put("quarkus.datasource.username", databaseUser);
    properties.put("quarkus.datasource.password", databasePassword);
    properties.put("kafka.bootstrap.servers", kafkaBootstrap);
    return properties;
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return databaseUrl + " as " + databaseUser + ", Kafka " + kafkaBootstrap;
  }
}
