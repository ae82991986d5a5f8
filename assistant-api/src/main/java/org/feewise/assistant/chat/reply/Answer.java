package org.feewise.assistant.chat.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.MadePlan;
import org.feewise.assistant.chat.tools.ToolUse;

/**
 * A message answered: what was understood, what was looked up, what is said and what can be done.
 *
 * @param plan the plan that the reply tells; empty when it tells none
 * @param author whose words the reply is in
 */
public record Answer(
    Understood understood,
    String reply,
    List<Citation> citations,
    List<ToolUse> tools,
    List<Action> actions,
    Optional<MadePlan> plan,
    Author author) {

  /** Who worded a reply. */
  public enum Author {
    /** The house, in sentences of its own. */
    HOUSE,
    /** A configured language model, after its words were checked. */
    MODEL
  }

  /** The same with pages before the others. */
  public Answer leadingTo(List<Action> pages) {
    List<Action> all = new ArrayList<>(pages);
    all.addAll(actions);
    return new Answer(understood, reply, citations, tools, List.copyOf(all), plan, author);
  }

  /** Where something in the reply is written; {@code url} may be null. */
  public record Citation(String title, String article, String url) {}

  /** What the conversation is about after it, with the figure it came to. */
  public Topic topic() {
    return understood.intent().isAside()
        ? understood.after()
        : understood.after().told(Figures.told(understood, tools));
  }

  /** A page where the citizen goes on; of kind {@code say}, the chat with a message filled in. */
  public record Action(String kind, String label, String href) {}
}
