/**
 * What a citizen owes and has paid: bills, payments, surcharges, and how bills come in from files.
 */
package org.feewise.assistant.bills;
