/** Reminders: from a risk score to a message in the inbox or by mail, and what a citizen wants. */
package org.feewise.assistant.reminders;
