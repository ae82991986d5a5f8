package org.feewise.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.city.City;
import org.feewise.analytics.city.CityPlan;

/**
 * The demo city in a real PostgreSQL, as the service keeps it; its truths stand beside it in the
 * temporary tables {@code citizen_truth} and {@code bill_truth}.
 */
public final class CityInHouse {
  private CityInHouse() {}

  /** Generates the city through a folder and loads it; the caller closes the house. */
  public static HouseDatabase load(SparkSession spark, CityPlan plan, Path folder)
      throws IOException, SQLException {
    new City(spark, plan).write(folder, City.Format.CSV);
    HouseDatabase house = HouseDatabase.start();
    house.run(
        """
        create temp table person (like citizen including all, name text, national_id text,
          phone text, email text, address text);
        create temp table citizen_truth (citizen_id text primary key, income_day int,
          forgetfulness float, auto_pay boolean, habitual_method text, responds_to text,
          hardships text, moved_on text);
        create temp table bill_truth (bill_no text primary key, late_chance float);
        """);
    house.copy(folder.resolve("citizens"), "person");
    house.run(
        """
        insert into citizen (citizen_id, locale, payer_kind, district, region, age_band,
            income_band, disabled, income_day, source)
          select citizen_id, locale, payer_kind, district, region, age_band, income_band,
            disabled, income_day, source from person
        """);
    house.copy(folder.resolve("bills"), "bill");
    house.copy(folder.resolve("payments"), "payment");
    house.copy(folder.resolve("reminders"), "reminder");
    house.copy(folder.resolve("citizen_truths"), "citizen_truth");
    house.copy(folder.resolve("bill_truths"), "bill_truth");
    house.run("analyze");
    return house;
  }
}
