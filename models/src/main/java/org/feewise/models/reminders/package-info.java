/** Who is reminded of which bill, when and through which channel. */
package org.feewise.models.reminders;
