package org.feewise.assistant.chat.conversation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.tools.ToolUse;

/**
 * A message answered, as programs read it and as it is kept.
 *
 * @param reply plain text, its lines parted by line feeds
 * @param tools what was looked up, in order
 */
public record ChatReply(
    String conversationId,
    String reply,
    List<Answer.Citation> citations,
    List<ToolCall> tools,
    List<Answer.Action> actions,
    Reading understood) {

  /** A tool that was called, and with which arguments. */
  public record ToolCall(String name, Map<String, Object> args) {
    static ToolCall of(ToolUse use) {
      return new ToolCall(use.name(), use.args());
    }
  }

  /**
   * How the message was understood.
   *
   * @param confidence probability that the intent is right, four decimals
   */
  public record Reading(String intent, Map<String, Object> slots, BigDecimal confidence) {
    static Reading of(Understood understood) {
      return new Reading(
          understood.intent().wireName(),
          understood.slots().asMap(),
          BigDecimal.valueOf(understood.confidence()).setScale(4, RoundingMode.HALF_UP));
    }
  }

  static ChatReply of(String conversationId, Answer answer) {
    return new ChatReply(
        conversationId,
        answer.reply(),
        answer.citations(),
        answer.tools().stream().map(ToolCall::of).toList(),
        answer.actions(),
        Reading.of(answer.understood()));
  }
}
