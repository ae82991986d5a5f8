package org.feewise.assistant.chat.conversation;

import java.util.Locale;
import java.util.Optional;

/**
 * A message that may be answered: within the bounds, in a conversation of the citizen's own.
 *
 * @param conversation up to where the message goes on
 * @param onFile turns of the conversation as it is kept; more where some are said anew
 * @param requestId names the request; empty where it has no key
 * @param answered the turn that answered the same request before
 */
public record Asked(
    Conversation conversation,
    int onFile,
    String text,
    Locale locale,
    Optional<String> requestId,
    Optional<Conversation.Turn> answered) {}
