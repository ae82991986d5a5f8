package org.feewise.models.risk.watch;

import org.feewise.models.risk.measures.Estimate;

/**
 * How many bills of one month were late beside how many were expected.
 *
 * @param month in which the bills fell due, such as 2026-03
 * @param heldBack whether the model was only being made then, else it stood already
 * @param expected mean probability
 * @param observed share that was late
 * @param gap observed less expected, with its interval of 95 %
 */
public record MonthCalibration(
    String month,
    boolean heldBack,
    long bills,
    long payers,
    double expected,
    double observed,
    Estimate gap) {}
