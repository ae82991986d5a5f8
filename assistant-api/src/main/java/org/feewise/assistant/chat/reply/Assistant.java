package org.feewise.assistant.chat.reply;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.assistant.chat.dialogue.Dialogue;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.offline.OfflineModel;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.tools.CitizenBills;
import org.feewise.assistant.chat.tools.CitizenPlan;
import org.feewise.assistant.chat.tools.CitizenTools;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a message: understands it, lets a model call the citizen's tools and word a reply, and
 * sends the reply only when every figure in it is grounded. Where a configured model fails or
 * breaks that rule, the offline model answers.
 */
public final class Assistant {
  private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

  /** How surely a rule must answer what seems out of scope. */
  private static final double SURE_OF_RULE = 0.8;

  private final Dialogue dialogue;
  private final PolicyLibrary policies;
  private final FeeCatalogue catalogue;
  private final IncomeDays incomeDays;
  private final Optional<StreamingChatModel> configured;
  private final Duration patience;

  /**
   * Makes an assistant.
   *
   * @param configured a model that words replies instead of the offline one
   * @param patience how long that model may take for one reply
   */
  public Assistant(
      Dialogue dialogue,
      PolicyLibrary policies,
      FeeCatalogue catalogue,
      IncomeDays incomeDays,
      Optional<StreamingChatModel> configured,
      Duration patience) {
    this.dialogue = dialogue;
    this.policies = policies;
    this.catalogue = catalogue;
    this.incomeDays = incomeDays;
    this.configured = configured;
    this.patience = patience;
  }

  public Answer answer(Question question, Listener listener) {
    LocalDate today = question.ledger().today();
    Understood understood = understood(question, today);
    listener.understood(understood);
    Words words = Words.of(OfflineModel.class, "replies", question.locale());
    Answer answer =
        configured
            .filter(
                model ->
                    understood.intent() != Intent.UNSAFE
                        && understood.intent() != Intent.OUT_OF_SCOPE)
            .flatMap(model -> attempt(model, question, understood, words, listener))
            .or(
                () ->
                    attempt(
                        new OfflineModel(understood, words, today),
                        question,
                        understood,
                        words,
                        listener))
            .orElseGet(
                () ->
                    new Answer(
                        understood,
                        words.say("trouble"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    Tokens.of(answer.reply()).forEach(listener::said);
    return answer;
  }

  /** What seems out of scope is a question of rules where the library surely answers it. */
  private Understood understood(Question question, LocalDate today) {
    Understood heard = dialogue.understand(question.text(), question.topic(), today);
    return heard.intent() == Intent.OUT_OF_SCOPE
            && policies.answers(language(question), heard.text(), SURE_OF_RULE)
        ? dialogue.asRule(heard, question.topic(), today)
        : heard;
  }

  private static Language language(Question question) {
    return question.locale().equals(Words.ENGLISH) ? Language.ENGLISH : Language.CHINESE;
  }

  private Optional<Answer> attempt(
      StreamingChatModel model,
      Question question,
      Understood understood,
      Words words,
      Listener listener) {
    Attempt attempt = new Attempt(model, patience);
    CitizenTools tools = tools(question, understood, attempt.whileItLasts(listener::used));
    String instructions = instructions(question, understood, words);
    Optional<String> reply =
        attempt.reply(tools, instructions, question.earlier(), question.text());
    return reply
        .filter(
            text ->
                isGrounded(
                    text,
                    grounds(tools, question, understood, instructions),
                    model instanceof OfflineModel))
        .map(
            text ->
                new Answer(
                    understood,
                    text,
                    Citations.of(tools.uses()),
                    tools.uses(),
                    Actions.of(understood, tools.uses(), words),
                    tools.plan()));
  }

  private static String instructions(Question question, Understood understood, Words words) {
    return words.say(
        "system",
        question.ledger().today().toString(),
        understood.intent().wireName(),
        understood.slots().toString());
  }

  private CitizenTools tools(Question question, Understood understood, Consumer<ToolUse> watcher) {
    CitizenBills bills =
        new CitizenBills(question.ledger(), catalogue, question.citizenId(), question.locale());
    PlanAdvisor advisor = new PlanAdvisor(question.ledger(), catalogue, incomeDays);
    return new CitizenTools(
        bills,
        new CitizenPlan(question.ledger(), advisor, bills),
        policies,
        language(question),
        Figures.before(understood, question.topic()),
        watcher);
  }

  private static Groundedness grounds(
      CitizenTools tools, Question question, Understood understood, String instructions) {
    List<String> texts = new ArrayList<>(Grounds.of(tools.uses(), question, understood));
    texts.add(instructions);
    return new Groundedness(texts);
  }

  /** The sentences of our own bundles may have numbers that are no figures, such as a hotline. */
  private static boolean isGrounded(String reply, Groundedness grounds, boolean ownWords) {
    List<String> unsupported =
        ownWords ? grounds.unsupported(reply) : grounds.unsupportedToTheDigit(reply);
    if (!unsupported.isEmpty()) {
      LOG.warn("a reply was held back: {} figures in it stand in no source", unsupported.size());
    }
    return unsupported.isEmpty();
  }
}
