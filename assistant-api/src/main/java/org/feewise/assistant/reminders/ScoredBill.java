package org.feewise.assistant.reminders;

import java.time.LocalDate;
import org.feewise.models.risk.RiskBand;

/**
 * A bill with its score, as the planner needs it.
 *
 * @param dueOn effective due date
 */
record ScoredBill(String billNo, String citizenId, LocalDate dueOn, boolean paid, RiskBand band) {}
