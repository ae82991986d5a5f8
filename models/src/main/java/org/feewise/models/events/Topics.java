package org.feewise.models.events;

/**
 * Names of the Kafka topics; the key of every record is the citizen id, but for {@link #RISK_RUNS}.
 */
public final class Topics {
  public static final String BILLS = "feewise.bills.v1";
  public static final String PAYMENTS = "feewise.payments.v1";
  public static final String RISK_SCORES = "feewise.risk-scores.v1";

  /** Which parts of which runs stand on {@link #RISK_SCORES}, compacted by run and part. */
  public static final String RISK_RUNS = "feewise.risk-runs.v1";

  /** Records of {@link #RISK_SCORES} that could not be taken in, as they came. */
  public static final String RISK_SCORES_SET_ASIDE = RISK_SCORES + ".set-aside";

  public static final String REMINDERS = "feewise.reminders.v1";

  private Topics() {}
}
