package org.feewise.models.risk;

import java.util.List;

/**
 * What a model says of one bill.
 *
 * @param probabilityLate calibrated probability in [0, 1] that it is paid after its due date
 * @param expectedDaysLate expected calendar days between the due date and the payment, at least 0
 * @param reasons the strongest first, at most three
 */
public record Assessment(
    double probabilityLate, double expectedDaysLate, List<RiskReason> reasons) {}
