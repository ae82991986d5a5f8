package org.feewise.assistant.chat.evaluation;

import java.util.List;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;

/**
 * What the assistant made of one turn.
 *
 * @param turn from 0
 */
record ChatPrediction(
    String id,
    int turn,
    Intent intent,
    Slots slots,
    String reply,
    List<Answer.Citation> citations,
    List<ToolUse> tools,
    double latencyMs) {

  static ChatPrediction of(String id, int turn, Answer answer, double latencyMs) {
    return new ChatPrediction(
        id,
        turn,
        answer.understood().intent(),
        answer.understood().slots(),
        answer.reply(),
        answer.citations(),
        answer.tools(),
        latencyMs);
  }
}
