package org.feewise.models.fees.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.words.Bilingual;

/** One rule about a fee, with what it rests on. */
public sealed interface FeeRule {

  /** Why, for whom and when the rule holds. */
  Ground ground();

  /**
   * When a bill must be paid.
   *
   * @param daysAfterDecision calendar days that run from the day a decision was served; empty where
   *     the bill prints its deadline
   * @param rollsForward whether a last day that is a day off moves to the next working day
   */
  record Deadline(Ground ground, Optional<Integer> daysAfterDecision, boolean rollsForward)
      implements FeeRule {
    public Deadline {
      if (daysAfterDecision.isPresent() && daysAfterDecision.get() < 1) {
        throw new IllegalArgumentException(
            "daysAfterDecision: " + daysAfterDecision.get() + " is below 1");
      }
    }
  }

  /**
   * What a late payment costs.
   *
   * @param term what the law calls it
   * @param cap how far it grows
   * @param whenEnforced another cap once the authority enforces it; empty where it stays the same
   * @param minimum a surcharge above zero is at least this much
   * @param instead what happens to a late payer beside or instead of a surcharge
   */
  record Surcharge(
      Ground ground,
      Term term,
      DailyRate daily,
      Cap cap,
      Optional<EnforcedCap> whenEnforced,
      Money minimum,
      Optional<Bilingual> instead)
      implements FeeRule {
    public Surcharge {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(daily, "daily");
      Objects.requireNonNull(cap, "cap");
      Objects.requireNonNull(whenEnforced, "whenEnforced");
      if (minimum.isNegative()) {
        throw new IllegalArgumentException("minimum: " + minimum + " is negative");
      }
    }
  }

  /** How far a surcharge grows once the authority enforces it, and the law that says so. */
  record EnforcedCap(Cap cap, List<LawArticle> laws) {
    public EnforcedCap {
      laws = List.copyOf(laws);
      if (laws.isEmpty()) {
        throw new IllegalArgumentException("whenEnforced: a cap without a law is not shipped");
      }
    }
  }

  /** What the law calls the price of paying late: 滞纳金, 加处罚款, 违约金. */
  enum Term {
    SURCHARGE,
    ADDITIONAL_FINE,
    CONTRACT_PENALTY
  }

  /** How far a surcharge grows. */
  enum Cap {
    NONE,
    PRINCIPAL
  }

  /** The share of the unpaid principal that each late calendar day adds. */
  sealed interface DailyRate {

    /** The rate of one late day of a bill whose original deadline lay in a year. */
    BigDecimal on(LocalDate lateDay, int originalDueYear);

    /** Paying late costs nothing. */
    record None() implements DailyRate {
      @Override
      public BigDecimal on(LocalDate lateDay, int originalDueYear) {
        return BigDecimal.ZERO;
      }
    }

    /** Every day costs the same. */
    record Flat(BigDecimal rate) implements DailyRate {
      public Flat {
        requireShare("daily", rate);
      }

      @Override
      public BigDecimal on(LocalDate lateDay, int originalDueYear) {
        return rate;
      }
    }

    /**
     * Arrears of earlier years cost another rate than those of the current year.
     *
     * @param thisYear for late days in the calendar year of the original deadline
     * @param earlierYears for late days in any later year
     */
    record ByYear(BigDecimal thisYear, BigDecimal earlierYears) implements DailyRate {
      public ByYear {
        requireShare("daily.thisYear", thisYear);
        requireShare("daily.earlierYears", earlierYears);
      }

      @Override
      public BigDecimal on(LocalDate lateDay, int originalDueYear) {
        return lateDay.getYear() == originalDueYear ? thisYear : earlierYears;
      }
    }
  }

  /**
   * A reason in the payer's life for paying less.
   *
   * @param share share of the principal that is waived; empty where it is decided case by case
   * @param effect what is granted
   * @param grantedBy who decides
   * @param how what the payer has to do
   * @param form the paper to hand in; empty where none is needed
   */
  record Relief(
      Ground ground,
      Circumstance circumstance,
      Optional<BigDecimal> share,
      Bilingual effect,
      Bilingual grantedBy,
      Bilingual how,
      Optional<Bilingual> form)
      implements FeeRule {
    public Relief {
      Objects.requireNonNull(circumstance, "circumstance");
      share.ifPresent(rate -> requireShare("share", rate));
    }
  }

  /**
   * Late days that cost nothing, or less, for everybody concerned, without an application.
   *
   * @param reason what happened
   * @param share share of what each late day would cost that is not charged, 1 for all of it
   * @param grantedBy who decided it
   */
  record Waiver(
      Ground ground,
      Circumstance circumstance,
      Bilingual reason,
      BigDecimal share,
      Bilingual grantedBy)
      implements FeeRule {
    public Waiver {
      Objects.requireNonNull(circumstance, "circumstance");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(grantedBy, "grantedBy");
      requireShare("share", share);
    }
  }

  /** The circumstances that the law answers with relief. */
  enum Circumstance {
    LOW_INCOME,
    DISABILITY,
    DISASTER,
    HARDSHIP
  }

  /**
   * A way to pay later or in parts.
   *
   * @param onApproval whether nothing holds until the authority agrees; a plan over it is a
   *     proposal
   * @param maxMonths longest time, counted from the deadline; empty where none is stated
   * @param maxInstalments most payments; empty where none is stated
   * @param stopsSurcharge whether no surcharge accrues within the time granted
   * @param decidedBy who decides
   * @param how what the payer has to do
   * @param form the paper to hand in; empty where none is needed
   */
  record Respite(
      Ground ground,
      Kind kind,
      boolean onApproval,
      Optional<Integer> maxMonths,
      Optional<Integer> maxInstalments,
      boolean stopsSurcharge,
      Bilingual condition,
      Bilingual decidedBy,
      Bilingual how,
      Optional<Bilingual> form)
      implements FeeRule {

    /** Later, or in parts. */
    public enum Kind {
      DEFERRAL,
      INSTALMENTS
    }

    public Respite {
      Objects.requireNonNull(kind, "kind");
      requirePositive("maxMonths", maxMonths);
      requirePositive("maxInstalments", maxInstalments);
    }
  }

  /**
   * A reduction for paying the whole bill early.
   *
   * @param rate share of the principal
   * @param daysBeforeDue the whole bill is paid at least so many days before its deadline
   */
  record EarlyPayment(Ground ground, BigDecimal rate, int daysBeforeDue) implements FeeRule {
    public EarlyPayment {
      requireShare("rate", rate);
      requirePositive("daysBeforeDue", Optional.of(daysBeforeDue + 1));
    }
  }

  private static void requireShare(String field, BigDecimal rate) {
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(field + ": " + rate + " is not above 0 and at most 1");
    }
  }

  private static void requirePositive(String field, Optional<Integer> number) {
    if (number.isPresent() && number.get() < 1) {
      throw new IllegalArgumentException(field + ": " + number.get() + " is below 1");
    }
  }
}
