package org.feewise.assistant.plans.view;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * What comes of making one payment later than planned, the other payments as they are.
 *
 * @param paidOn the later day
 * @param surcharge what the law adds
 * @param discountLost what was to be taken off and is not
 * @param extraCost both together
 * @param law what the surcharge rests on, or null where there is none
 * @param says it in the citizen's language
 */
public record IfMissed(
    LocalDate paidOn,
    Money surcharge,
    Money discountLost,
    Money extraCost,
    String law,
    String says) {}
