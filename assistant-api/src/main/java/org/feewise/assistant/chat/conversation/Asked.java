package org.feewise.assistant.chat.conversation;

import java.util.Locale;

/** A message that may be answered: within the bounds, in a conversation of the citizen's own. */
record Asked(Conversation conversation, String text, Locale locale) {}
