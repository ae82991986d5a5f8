package org.feewise.assistant.chat.reply;

import dev.langchain4j.model.chat.StreamingChatModel;

/**
 * A model for one reply.
 *
 * @param hangUp ends the calls it has under way, and lets it make no more
 */
public record Line(StreamingChatModel model, Runnable hangUp) {}
