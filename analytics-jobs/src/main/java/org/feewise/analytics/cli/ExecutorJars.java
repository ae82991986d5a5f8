package org.feewise.analytics.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.failsafe.Failsafe;
import io.delta.storage.LogStore;
import io.delta.tables.DeltaTable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.feewise.models.risk.RiskModel;
import org.postgresql.Driver;
import smile.data.DataFrame;
import smile.regression.GradientTreeBoost;

/**
 * The jars that the executors of a cluster need beside Spark's own: of each library that tasks use,
 * the jar it was loaded from here.
 */
final class ExecutorJars {
  private static final List<Class<?>> USED_BY_TASKS =
      List.of(
          Main.class,
          RiskModel.class,
          GradientTreeBoost.class,
          DataFrame.class,
          CsvReader.class,
          Driver.class,
          KafkaProducer.class,
          DeltaTable.class,
          LogStore.class,
          Failsafe.class);

  private ExecutorJars() {}

  /**
   * A value for {@code spark.jars}.
   *
   * @param given jars that are sent anyhow, separated by commas; a file name occurs once
   */
  static String with(String given) {
    Map<String, String> byName = new LinkedHashMap<>();
    Stream.of(given.split(","))
        .filter(jar -> !jar.isBlank())
        .forEach(jar -> byName.put(jar.substring(jar.lastIndexOf('/') + 1), jar));
    USED_BY_TASKS.stream()
        .map(ExecutorJars::loadedFrom)
        .filter(Files::isRegularFile)
        .forEach(jar -> byName.putIfAbsent(jar.getFileName().toString(), jar.toUri().toString()));
    return String.join(",", byName.values());
  }

  private static Path loadedFrom(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("where " + type.getName() + " is kept has no name", e);
    }
  }
}
