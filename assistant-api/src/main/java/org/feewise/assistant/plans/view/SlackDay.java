package org.feewise.assistant.plans.view;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * How far one pay date may slip.
 *
 * @param mayShrink money that may be missing on the day with every payment kept
 * @param freeDays days it may come later at no further cost
 * @param lastsDays days it may come later with everything still paid within the money
 * @param horizonDays days that were looked at; equal to lastsDays where nothing broke
 * @param nextDayCosts what the first day beyond the free ones adds; null where it breaks the plan
 *     or nothing is added within the horizon
 * @param breaks the rule that the first day beyond the lasting ones breaks; null within the horizon
 * @param says it in the citizen's language
 */
public record SlackDay(
    LocalDate on,
    Money mayShrink,
    int freeDays,
    int lastsDays,
    int horizonDays,
    Money nextDayCosts,
    String breaks,
    String says) {}
