package org.feewise.assistant.chat.evaluation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.guard.Groundedness;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Grounds;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Question;

/** A conversation of a demo citizen with the assistant while it goes on. */
final class Talk {
  private final Assistant assistant;
  private final Locale locale;
  private final DemoCitizens.Citizen citizen;
  private final List<ChatMessage> earlier = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private Topic topic = Topic.NONE;
  private Optional<Answer> last = Optional.empty();

  Talk(Assistant assistant, Locale locale, DemoCitizens.Citizen citizen) {
    this.assistant = assistant;
    this.locale = locale;
    this.citizen = citizen;
  }

  /**
   * What was answered.
   *
   * @param nanos that the whole turn took: understanding, tools, database and words
   */
  record Reply(Answer answer, long nanos) {}

  Reply say(String text) {
    Question question =
        new Question(citizen.id(), text, locale, topic, List.copyOf(earlier), citizen.ledger());
    long began = System.nanoTime();
    Answer answer = assistant.answer(question, Listener.NONE);
    long nanos = System.nanoTime() - began;
    topic = answer.topic();
    earlier.add(UserMessage.from(text));
    earlier.add(AiMessage.from(answer.reply()));
    said.append(text).append('\n');
    last = Optional.of(answer);
    return new Reply(answer, nanos);
  }

  /** Whether every figure of the last reply stands in a tool's result or was said. */
  boolean isGrounded() {
    Answer answer = last.orElseThrow();
    return new Groundedness(Grounds.of(answer.tools(), said.toString(), answer.understood()))
        .unsupported(answer.reply())
        .isEmpty();
  }
}
