package org.feewise.assistant.chat.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.evaluation.Scoring;

/** Holds the conversations of a case file, each with a demo citizen of its own, and scores them. */
final class ChatEvaluation implements Scoring<ChatCase> {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Assistant assistant;
  private final DemoCitizens citizens;
  private final IntConsumer progress;
  private final ChatScore score = new ChatScore();
  private int turns;

  /**
   * Begins an evaluation.
   *
   * @param progress told after each case how many turns have been answered
   */
  ChatEvaluation(Assistant assistant, DemoCitizens citizens, IntConsumer progress) {
    this.assistant = assistant;
    this.citizens = citizens;
    this.progress = progress;
  }

  @Override
  public ChatCase read(CaseFields line) {
    return ChatCase.of(line);
  }

  @Override
  public List<ChatPrediction> score(ChatCase scored) {
    DemoCitizens.Citizen citizen = citizens.on(scored.today());
    Talk talk = new Talk(assistant, scored.locale(), citizen);
    List<ChatPrediction> predictions = new ArrayList<>();
    List<ChatScore.Turn> judged = new ArrayList<>();
    for (ChatCase.Turn turn : scored.turns()) {
      Talk.Reply reply = talk.say(turn.say());
      double millis = Math.round(reply.nanos() / NANOS_PER_MILLI * 100) / 100.0;
      ChatPrediction prediction =
          ChatPrediction.of(scored.id(), predictions.size(), reply.answer(), millis);
      predictions.add(prediction);
      judged.add(
          new ChatScore.Turn(
              turn.gold(),
              prediction.intent(),
              prediction.slots(),
              talk.isGrounded(),
              prediction.latencyMs()));
    }
    score.add(judged);
    turns += judged.size();
    progress.accept(turns);
    return predictions;
  }

  @Override
  public Map<String, Object> metrics() {
    return score.metrics();
  }
}
