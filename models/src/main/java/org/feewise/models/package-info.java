/**
 * What FeeWise decides: money, calendar, fees, plans, risk, reminders and the events they share.
 */
package org.feewise.models;
