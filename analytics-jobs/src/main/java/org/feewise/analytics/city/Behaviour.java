package org.feewise.analytics.city;

import java.util.List;

/** The planted truths about paying, in the terms of {@code population.yaml}. */
record Behaviour(
    double baseLogOdds,
    double forgetfulnessLogOdds,
    double hardshipLogOdds,
    List<Integer> hardshipMonths,
    double springFestivalLogOdds,
    List<Integer> springFestivalDays,
    double beforePaydayLogOdds,
    double amountLogOdds,
    double movedLogOdds,
    int movedDays,
    double movedPerYear,
    double autoPayLogOdds,
    double counterLogOdds,
    double remindedShare,
    int reminderDaysBefore,
    double reminderLogOdds,
    double reminderIgnoredLogOdds,
    double paydayShare,
    double lastMomentShare,
    double latePaydayShare,
    double meanDaysLate,
    double meanDaysLateInHardship,
    double neverPaysShare,
    double neverPaysInHardshipShare,
    double habitualMethodShare,
    double partialShare,
    double partialInHardshipShare,
    double doublePaymentShare,
    double disputeShare,
    int disputeDays) {}
