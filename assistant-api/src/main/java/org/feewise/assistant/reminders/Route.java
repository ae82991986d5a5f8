package org.feewise.assistant.reminders;

import java.util.Optional;
import org.feewise.models.reminders.ReminderChannel;

/**
 * The way a reminder takes.
 *
 * @param channel the channel used
 * @param delivery what brings it there; empty for the inbox, where it lies anyway
 * @param detour key of the words that say why it is not the channel the citizen prefers, or null
 */
record Route(ReminderChannel channel, Optional<Delivery> delivery, String detour) {}
