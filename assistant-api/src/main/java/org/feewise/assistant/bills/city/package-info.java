/** The demo city's way into the database. */
package org.feewise.assistant.bills.city;
