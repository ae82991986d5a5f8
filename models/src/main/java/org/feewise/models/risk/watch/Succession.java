package org.feewise.models.risk.watch;

import java.util.Optional;

/**
 * Which of two models scores from now on, and why.
 *
 * @param challenger version of the model made in this run
 * @param champion version of the model that stood before; null where there was none
 * @param contest null where none was held
 * @param detail why a model that stood cannot be used; null where it can
 */
public record Succession(
    Reason reason, String challenger, String champion, Contest contest, String detail) {

  /** Why a model scores. */
  public enum Reason {
    /** Nothing stood before but, at most, a base rate. */
    NO_CHAMPION(true),
    /** The model that stood is damaged, or of other features. */
    CHAMPION_UNUSABLE(true),
    /** The model that stood knows what happened after the day of the run. */
    CHAMPION_KNOWS_LATER(true),
    /** The model that stood is older than {@link #OLDEST_DAYS}. */
    CHAMPION_TOO_OLD(true),
    /** The challenger won by the margin. */
    CHALLENGER_WON(true),
    /** The champion drifted out of bounds, the challenger did not and is not surely worse. */
    CHAMPION_DRIFTED(true),
    /** The challenger did not win. */
    CHAMPION_STAYS(false),
    /** Too few bills are new to both. */
    TOO_FEW_NEW_BILLS(false),
    /** There was too little history to make a challenger. */
    NO_CHALLENGER(false);

    private final boolean challengerScores;

    Reason(boolean challengerScores) {
      this.challengerScores = challengerScores;
    }

    /** Whether the challenger takes over. */
    public boolean challengerScores() {
      return challengerScores;
    }
  }

  /** A champion made longer ago is replaced without a contest. */
  public static final int OLDEST_DAYS = 400;

  /** The challenger takes over without a contest. */
  public static Succession uncontested(
      Reason reason, String challenger, String champion, String detail) {
    return new Succession(reason, challenger, champion, null, detail);
  }

  /** The champion stays for want of a challenger. */
  public static Succession unchallenged(String champion) {
    return new Succession(Reason.NO_CHALLENGER, null, champion, null, null);
  }

  /**
   * Decides between a champion that can be used and a challenger.
   *
   * @param contest empty where too few bills are new to both
   */
  public static Succession decide(
      String challenger,
      String champion,
      Optional<Contest> contest,
      Drift ofChallenger,
      Drift ofChampion) {
    return new Succession(
        reason(contest, ofChallenger, ofChampion),
        challenger,
        champion,
        contest.orElse(null),
        null);
  }

  private static Reason reason(Optional<Contest> contest, Drift ofChallenger, Drift ofChampion) {
    if (contest.isPresent() && contest.get().isWon()) {
      return Reason.CHALLENGER_WON;
    }
    boolean surelyWorse = contest.isPresent() && contest.get().isSurelyLost();
    if (ofChampion.isOutOfBounds() && !ofChallenger.isOutOfBounds() && !surelyWorse) {
      return Reason.CHAMPION_DRIFTED;
    }
    return contest.isPresent() ? Reason.CHAMPION_STAYS : Reason.TOO_FEW_NEW_BILLS;
  }
}
