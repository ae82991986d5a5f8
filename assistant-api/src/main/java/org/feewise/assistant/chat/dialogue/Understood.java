package org.feewise.assistant.chat.dialogue;

import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;

/**
 * What one message of a conversation means.
 *
 * @param text the message in normal form
 * @param confidence probability that the intent is right
 * @param runnerUp the next likely intent
 * @param topic what the conversation is about after it
 */
public record Understood(
    String text,
    Language language,
    Intent intent,
    Slots slots,
    double confidence,
    Intent runnerUp,
    Topic topic) {}
