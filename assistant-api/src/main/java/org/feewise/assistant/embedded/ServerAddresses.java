package org.feewise.assistant.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the database and the broker of this run answer, in the names every FeeWise process reads.
 *
 * @param databaseUrl JDBC address without credentials
 * @param kafkaBootstrap host:port of the broker
 */
public record ServerAddresses(
    String databaseUrl, String databaseUser, String databasePassword, String kafkaBootstrap) {
  /** The variable that names a database of one's own. */
  public static final String DATABASE_URL = "FEEWISE_DATABASE_URL";

  /** The variable that names a broker of one's own. */
  public static final String KAFKA_BOOTSTRAP = "FEEWISE_KAFKA_BOOTSTRAP";

  private static final String DATABASE_USER = "FEEWISE_DATABASE_USER";
  private static final String DATABASE_PASSWORD = "FEEWISE_DATABASE_PASSWORD";

  /** The addresses that environment variables name; absent ones are empty. */
  public static ServerAddresses of(Map<String, String> environment) {
    return new ServerAddresses(
        environment.getOrDefault(DATABASE_URL, ""),
        environment.getOrDefault(DATABASE_USER, ""),
        environment.getOrDefault(DATABASE_PASSWORD, ""),
        environment.getOrDefault(KAFKA_BOOTSTRAP, ""));
  }

  /** The addresses written by {@link #lines}. */
  static ServerAddresses parse(String lines) {
    return of(
        lines
            .lines()
            .map(line -> line.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
  }

  /** One {@code NAME=value} a line. */
  String lines() {
    return environment().entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** The addresses as environment variables for a child process. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    put(variables, DATABASE_URL, databaseUrl);
    put(variables, DATABASE_USER, databaseUser);
    put(variables, DATABASE_PASSWORD, databasePassword);
    put(variables, KAFKA_BOOTSTRAP, kafkaBootstrap);
    return variables;
  }

  /** The addresses as Quarkus properties. */
  public Map<String, String> quarkusProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    put(properties, "quarkus.datasource.jdbc.url", databaseUrl);
    put(properties, "quarkus.datasource.username", databaseUser);
    put(properties, "quarkus.datasource.password", databasePassword);
    put(properties, "kafka.bootstrap.servers", kafkaBootstrap);
    return properties;
  }

  private static void put(Map<String, String> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, value);
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return databaseUrl + " as " + databaseUser + ", Kafka " + kafkaBootstrap;
  }
}
