package org.feewise.analytics.city;

import java.util.List;

/**
 * What became of a bill, told to its end, however far ahead that lies.
 *
 * @param payments earliest first; they settle the bill unless it is never paid
 * @param reminder null where none went out
 * @param lateChance chance of being late had nobody reminded: the planted truth
 */
record Settlement(List<Payment> payments, Reminder reminder, boolean disputed, double lateChance) {}
