package org.feewise.models.risk.watch;

import java.time.LocalDate;
import org.feewise.models.risk.measures.Estimate;
import org.feewise.models.risk.measures.Skill;

/**
 * Champion and challenger on the same newest bills, which neither has seen.
 *
 * @param from first due date among them
 * @param gain log loss of the champion less that of the challenger, mean over bills, in nats, with
 *     its interval of 95 % over payers
 */
public record Contest(
    LocalDate from,
    LocalDate to,
    long bills,
    long payers,
    Skill champion,
    Skill challenger,
    Estimate gain) {
  /** The least mean gain, in nats a bill, for which a champion is replaced. */
  public static final double MARGIN = 0.002;

  /** Fewest bills on which a contest is held. */
  public static final int FEWEST_BILLS = 100;

  /** Fewest payers of them. */
  public static final int FEWEST_PAYERS = 20;

  private static final double CONFIDENCE = 0.95;
  private static final double SMALLEST = 1e-6;

  /**
   * Holds it.
   *
   * @param champion the newest bills with what the champion said
   * @param challenger what the challenger said of the same bills
   */
  public static Contest of(JudgedBills champion, double[] challenger) {
    double[] gains = new double[champion.size()];
    for (int i = 0; i < gains.length; i++) {
      boolean late = champion.late()[i];
      gains[i] = loss(champion.probability()[i], late) - loss(challenger[i], late);
    }
    return new Contest(
        champion.dueOn().stream().min(LocalDate::compareTo).orElseThrow(),
        champion.dueOn().stream().max(LocalDate::compareTo).orElseThrow(),
        champion.size(),
        champion.payers().payers(),
        Skill.of(champion.probability(), champion.late()),
        Skill.of(challenger, champion.late()),
        champion.payers().mean(gains, CONFIDENCE));
  }

  /** Whether bills are enough to hold one. */
  public static boolean canBeHeldOn(JudgedBills bills) {
    return bills.size() >= FEWEST_BILLS && bills.payers().payers() >= FEWEST_PAYERS;
  }

  /** Whether the challenger is better by the margin, and surely better at all. */
  public boolean isWon() {
    return gain.value() >= MARGIN && gain.low() > 0;
  }

  /** Whether the challenger is surely worse. */
  public boolean isSurelyLost() {
    return gain.high() < 0;
  }

  private static double loss(double probability, boolean late) {
    return -Math.log(Math.max(SMALLEST, late ? probability : 1 - probability));
  }
}
