package org.feewise.analytics.live;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.models.risk.features.PopulationRates;

/** Late shares of the whole population, counted from the house once a day. */
final class Neighbourhood {
  private final SparkSession spark;
  private final HouseDatabase database;
  private final Consumer<String> log;
  private LocalDate countedAsOf;
  private PopulationRates rates;

  Neighbourhood(SparkSession spark, HouseDatabase database, Consumer<String> log) {
    this.spark = spark;
    this.database = database;
    this.log = log;
  }

  /** The shares as known at the end of a day, as the nightly run of that day counts them. */
  PopulationRates asOf(LocalDate day) throws SQLException {
    if (!day.equals(countedAsOf)) {
      rates = HouseHistory.rates(spark, database, day);
      countedAsOf = day;
      log.accept("counted the late shares of the population as of " + day);
    }
    return rates;
  }
}
