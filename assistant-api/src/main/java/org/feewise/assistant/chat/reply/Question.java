package org.feewise.assistant.chat.reply;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.chat.dialogue.Topic;

/**
 * A message to be answered.
 *
 * @param citizenId who signed in; decides what the tools can read
 * @param ledger the bills as of the day the message is said
 * @param earlier what was said before, oldest first
 */
public record Question(
    String citizenId,
    String text,
    Locale locale,
    Topic topic,
    List<ChatMessage> earlier,
    BillLedger ledger) {}
