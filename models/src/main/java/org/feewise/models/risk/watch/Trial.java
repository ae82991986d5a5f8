package org.feewise.models.risk.watch;

import java.time.LocalDate;
import org.feewise.models.risk.measures.Skill;

/**
 * What a model was worth on the newest judged bills, none of which it had seen, beside two honest
 * baselines.
 *
 * @param from first due date among them
 * @param pastLateShareAuc of the payer's past late share alone
 * @param logisticRegressionAuc of a logistic regression on the same features and training rows;
 *     null where it was not measured
 */
public record Trial(
    LocalDate from,
    LocalDate to,
    long bills,
    long payers,
    Skill skill,
    double pastLateShareAuc,
    Double logisticRegressionAuc) {}
