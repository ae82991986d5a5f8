package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of bills paid late in the year before a day, for everybody, by fee type, by district
 * and by both, from verdicts known by that day only. New payers and small groups lean on it: each
 * group leans on everybody, and a fee type in a district on what the two together lead to expect.
 *
 * <p>A bill counts from the day after its due date, whether paid early or late, so that those who
 * pay at once do not make the newest share look better than it is.
 */
public final class PopulationRates implements Serializable {
  static final List<String> NAMES =
      List.of("fee_type_late_share", "district_late_share", "district_fee_type_late_share");

  private static final double PRIOR_SHARE = 0.2;
  private static final double PRIOR_BILLS = 5;
  private static final double GROUP_PRIOR_BILLS = 20;
  private static final String ALL = "";

  /** By district, then by fee type; {@link #ALL} of either stands for all of them. */
  private final Map<String, Map<String, YearBefore>> years;

  private PopulationRates(Map<String, Map<String, YearBefore>> years) {
    this.years = years;
  }

  /** Rates that know nothing yet: always the prior share. */
  public static PopulationRates none() {
    return new Counts().rates();
  }

  /** Share late among all bills judged in the year up to and including a day. */
  public double lateShare(LocalDate day) {
    return year(ALL, ALL).share((int) day.toEpochDay(), PRIOR_SHARE, PRIOR_BILLS);
  }

  /** The same for one fee type, leaning on everybody's share where there are few bills. */
  public double ofFeeType(LocalDate day, String feeType) {
    double everybody = lateShare(day);
    return feeType.isBlank() ? everybody : leaning(ALL, feeType, day, everybody);
  }

  /** The same for one district, all its fee types together. */
  public double ofDistrict(LocalDate day, String district) {
    double everybody = lateShare(day);
    return district.isBlank() ? everybody : leaning(district, ALL, day, everybody);
  }

  /**
   * Writes the shares that a bill is described by, in the order of {@link #NAMES}.
   *
   * @param everybody the share of all bills on the day of issue
   * @param feeType that of the bill's fee type
   */
  void describe(BillStory bill, double everybody, double feeType, NumberWriter into) {
    boolean typed = !bill.feeType().isBlank();
    into.write(typed ? feeType : Double.NaN);
    if (bill.district().isBlank() || bill.issuedOn() == null) {
      into.writeMissing(2);
      return;
    }
    double district = leaning(bill.district(), ALL, bill.issuedOn(), everybody);
    into.write(district);
    into.write(
        typed
            ? leaning(
                bill.district(),
                bill.feeType(),
                bill.issuedOn(),
                expected(everybody, feeType, district))
            : Double.NaN);
  }

  /** The share of a fee type in a district, were the two to add up in log-odds. */
  private static double expected(double everybody, double feeType, double district) {
    double odds = odds(feeType) * odds(district) / odds(everybody);
    return odds / (1 + odds);
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  private double leaning(String district, String feeType, LocalDate day, double prior) {
    return year(district, feeType).share((int) day.toEpochDay(), prior, GROUP_PRIOR_BILLS);
  }

  private YearBefore year(String district, String feeType) {
    Map<String, YearBefore> ofDistrict = years.get(district);
    return ofDistrict == null ? YearBefore.NONE : ofDistrict.getOrDefault(feeType, YearBefore.NONE);
  }

  /** Collects daily counts in any order. */
  public static final class Counts {
    private final Map<String, Map<String, YearBefore.Counts>> groups = new HashMap<>();

    /**
     * Adds bills of one fee type in one district whose verdict counts from a day on; either may be
     * blank where it is unknown.
     */
    public Counts add(LocalDate countsOn, String district, String feeType, long bills, long late) {
      addTo(ALL, ALL, countsOn, bills, late);
      if (!feeType.isBlank()) {
        addTo(ALL, feeType, countsOn, bills, late);
      }
      if (!district.isBlank()) {
        addTo(district, ALL, countsOn, bills, late);
      }
      if (!feeType.isBlank() && !district.isBlank()) {
        addTo(district, feeType, countsOn, bills, late);
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
      return add(countsOn, bill.district(), bill.feeType(), 1, bill.verdict().late() ? 1 : 0);
    }

    private void addTo(String district, String feeType, LocalDate day, long bills, long late) {
      groups
          .computeIfAbsent(district, _ -> new HashMap<>())
          .computeIfAbsent(feeType, _ -> new YearBefore.Counts())
          .add((int) day.toEpochDay(), bills, late);
    }

    public PopulationRates rates() {
      Map<String, Map<String, YearBefore>> years = new HashMap<>();
      groups.forEach(
          (district, byFeeType) -> {
            Map<String, YearBefore> ofDistrict = new HashMap<>();
            byFeeType.forEach((feeType, counts) -> ofDistrict.put(feeType, counts.years()));
            years.put(district, ofDistrict);
          });
      return new PopulationRates(years);
    }
  }
}
