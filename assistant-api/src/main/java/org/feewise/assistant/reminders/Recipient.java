package org.feewise.assistant.reminders;

import java.util.Locale;

/**
 * Whom a reminder goes to.
 *
 * @param sealedEmail address as the database keeps it, encrypted; null when there is none
 */
record Recipient(String citizenId, Locale locale, byte[] sealedEmail) {}
