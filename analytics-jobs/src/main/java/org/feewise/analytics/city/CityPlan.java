package org.feewise.analytics.city;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Which city to generate: the same plan always gives the same city.
 *
 * @param citizens how many people, numbered from 1
 * @param months months of history
 * @param seed what chance starts from
 * @param until the day as of which the history is told, Asia/Shanghai: bills issued by then,
 *     payments and reminders before it
 */
public record CityPlan(int citizens, int months, long seed, LocalDate until)
    implements Serializable {
  private static final int MOST_CITIZENS = 9_999_999;
  private static final int MOST_MONTHS = 240;

  public CityPlan {
    atLeastOne("citizens", citizens, MOST_CITIZENS);
    atLeastOne("months", months, MOST_MONTHS);
    if (until.getYear() < 2015 || until.getYear() > 2035) {
      throw new IllegalArgumentException("until " + until + " is not within 2015 to 2035");
    }
  }

  private static void atLeastOne(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(field + " " + value + " is not within 1 to " + most);
    }
  }

  /** The day after which the history begins. */
  LocalDate since() {
    return until.minusMonths(months);
  }

  boolean tells(LocalDate issuedOn) {
    return issuedOn.isAfter(since()) && !issuedOn.isAfter(until);
  }
}
