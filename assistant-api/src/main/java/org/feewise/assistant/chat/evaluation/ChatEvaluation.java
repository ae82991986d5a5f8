package org.feewise.assistant.chat.evaluation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Groundedness;
import org.feewise.assistant.chat.reply.Grounds;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Question;
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
    Talk talk = new Talk(scored, citizen.id(), citizen.ledger());
    List<ChatPrediction> predictions = new ArrayList<>();
    List<ChatScore.Turn> judged = new ArrayList<>();
    for (ChatCase.Turn turn : scored.turns()) {
      ChatPrediction prediction = talk.say(turn.say());
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

  /** A conversation while it goes on. */
  private final class Talk {
    private final ChatCase held;
    private final String citizenId;
    private final BillLedger ledger;
    private final List<ChatMessage> earlier = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private Topic topic = Topic.NONE;
    private Optional<Answer> last = Optional.empty();
    private int turn;

    Talk(ChatCase held, String citizenId, BillLedger ledger) {
      this.held = held;
      this.citizenId = citizenId;
      this.ledger = ledger;
    }

    ChatPrediction say(String text) {
      Question question =
          new Question(citizenId, text, held.locale(), topic, List.copyOf(earlier), ledger);
      long began = System.nanoTime();
      Answer answer = assistant.answer(question, Listener.NONE);
      double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
      topic = answer.understood().topic();
      earlier.add(UserMessage.from(text));
      earlier.add(AiMessage.from(answer.reply()));
      said.append(text).append('\n');
      last = Optional.of(answer);
      return ChatPrediction.of(held.id(), turn++, answer, Math.round(millis * 100) / 100.0);
    }

    /** Whether every figure of the last reply stands in a tool's result or was said. */
    boolean isGrounded() {
      Answer answer = last.orElseThrow();
      return new Groundedness(Grounds.of(answer.tools(), said.toString(), answer.understood()))
          .unsupported(answer.reply())
          .isEmpty();
    }
  }
}
