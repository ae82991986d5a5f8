package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The share of bills paid late in the year before a day, for everybody and by fee type, from
 * verdicts known by that day only. New payers and rare fee types lean on it.
 *
 * <p>A bill counts from the day after its due date, whether paid early or late, so that those who
 * pay at once do not make the newest share look better than it is.
 */
public final class PopulationRates implements Serializable {
  private static final int WINDOW_DAYS = 365;
  private static final double PRIOR_SHARE = 0.2;
  private static final double PRIOR_BILLS = 5;
  private static final double FEE_TYPE_PRIOR_BILLS = 20;
  private static final String EVERYTHING = "";

  private final Map<String, TreeMap<LocalDate, long[]>> totals;

  private PopulationRates(Map<String, TreeMap<LocalDate, long[]>> totals) {
    this.totals = totals;
  }

  /** Rates that know nothing yet: always the prior share. */
  public static PopulationRates none() {
    return new Counts().rates();
  }

  /** Share late among all bills judged in the year up to and including a day. */
  public double lateShare(LocalDate day) {
    return shrunk(EVERYTHING, day, PRIOR_SHARE, PRIOR_BILLS);
  }

  /** The same for one fee type, leaning on everybody's share where there are few bills. */
  public double lateShare(LocalDate day, String feeType) {
    double everybody = lateShare(day);
    return feeType.isBlank() ? everybody : shrunk(feeType, day, everybody, FEE_TYPE_PRIOR_BILLS);
  }

  private double shrunk(String feeType, LocalDate day, double prior, double weight) {
    long[] now = upTo(feeType, day);
    long[] before = upTo(feeType, day.minusDays(WINDOW_DAYS));
    return (now[1] - before[1] + weight * prior) / (now[0] - before[0] + weight);
  }

  private long[] upTo(String feeType, LocalDate day) {
    TreeMap<LocalDate, long[]> days = totals.get(feeType);
    Map.Entry<LocalDate, long[]> entry = days == null ? null : days.floorEntry(day);
    return entry == null ? new long[2] : entry.getValue();
  }

  /** Collects daily counts in any order. */
  public static final class Counts {
    private final Map<String, TreeMap<LocalDate, long[]>> daily = new HashMap<>();

    /** Adds bills of one fee type whose verdict counts from a day on. */
    public Counts add(LocalDate countsOn, String feeType, long bills, long late) {
      addTo(EVERYTHING, countsOn, bills, late);
      if (!feeType.isBlank()) {
        addTo(feeType, countsOn, bills, late);
      }
      return this;
    }

    /** Adds one bill; without a verdict it does not count. */
    public Counts add(BillStory bill) {
      if (bill.verdict() == null) {
        return this;
      }
      LocalDate knownOn = bill.verdict().knownOn();
      LocalDate afterDue = bill.dueOn() == null ? knownOn : bill.dueOn().plusDays(1);
      LocalDate countsOn = knownOn.isAfter(afterDue) ? knownOn : afterDue;
      return add(countsOn, bill.feeType(), 1, bill.verdict().late() ? 1 : 0);
    }

    private void addTo(String feeType, LocalDate day, long bills, long late) {
      long[] counts =
          daily
              .computeIfAbsent(feeType, _ -> new TreeMap<>())
              .computeIfAbsent(day, _ -> new long[2]);
      counts[0] += bills;
      counts[1] += late;
    }

    public PopulationRates rates() {
      Map<String, TreeMap<LocalDate, long[]>> totals = new HashMap<>();
      daily.forEach((feeType, days) -> totals.put(feeType, cumulated(days)));
      return new PopulationRates(totals);
    }

    private static TreeMap<LocalDate, long[]> cumulated(TreeMap<LocalDate, long[]> days) {
      TreeMap<LocalDate, long[]> cumulated = new TreeMap<>();
      long[] sum = new long[2];
      days.forEach(
          (day, counts) -> {
            sum[0] += counts[0];
            sum[1] += counts[1];
            cumulated.put(day, sum.clone());
          });
      return cumulated;
    }
  }
}
