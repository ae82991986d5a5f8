package org.feewise.assistant.reminders;

import java.util.Locale;
import java.util.Optional;

/**
 * Whom a reminder goes to.
 *
 * @param email address, decrypted for this delivery only; it belongs in no log
 */
record Recipient(String citizenId, Locale locale, Optional<String> email) {}
