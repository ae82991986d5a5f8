package org.feewise.assistant.chat.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a citizen says.
 *
 * @param conversationId the conversation it goes on with; a new one begins without
 * @param locale language of the reply, {@code zh-CN} or {@code en}
 * @param replaces number of the turn it is said in place of, from 0; later turns go with it
 */
public record Message(
    @Schema(required = true, maxLength = 2000, examples = "我现在欠多少钱?") String text,
    @Schema(description = "as given by the reply before; a new conversation begins without it")
        String conversationId,
    @Schema(
            description =
                "language of the reply; else that of the request's headers, else that of the text",
            enumeration = {"zh-CN", "en"})
        String locale,
    @Schema(
            description =
                "number of the turn, from 0, that this is said in place of; later turns go")
        Integer replaces) {}
