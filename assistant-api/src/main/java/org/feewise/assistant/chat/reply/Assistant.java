package org.feewise.assistant.chat.reply;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final int MOST_TOOL_ROUNDS = 5;
  private static final int REMEMBERED = 20;

  private final Dialogue dialogue;
  private final PolicyLibrary policies;
  private final FeeCatalogue catalogue;
  private final IncomeDays incomeDays;
  private final Optional<StreamingChatModel> configured;
  private final Duration patience;

  /** A conversation as LangChain4j proxies it. */
  interface Conversation {
    TokenStream say(String text);
  }

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
    Understood understood = dialogue.understand(question.text(), question.topic(), today);
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
                        new OfflineModel(understood, words), question, understood, words, listener))
            .orElseGet(
                () ->
                    new Answer(understood, words.say("trouble"), List.of(), List.of(), List.of()));
    Tokens.of(answer.reply()).forEach(listener::said);
    return answer;
  }

  private Optional<Answer> attempt(
      StreamingChatModel model,
      Question question,
      Understood understood,
      Words words,
      Listener listener) {
    CitizenTools tools = tools(question, listener);
    Optional<String> reply = reply(model, tools, question, understood, words);
    List<Answer.Citation> citations = Citations.of(tools.uses());
    return reply
        .filter(text -> isGrounded(text, tools.uses(), question, understood))
        .map(
            text ->
                new Answer(
                    understood, text, citations, tools.uses(), Actions.of(understood, words)));
  }

  private CitizenTools tools(Question question, Listener listener) {
    CitizenBills bills =
        new CitizenBills(question.ledger(), catalogue, question.citizenId(), question.locale());
    PlanAdvisor advisor = new PlanAdvisor(question.ledger(), catalogue, incomeDays);
    return new CitizenTools(
        bills,
        new CitizenPlan(question.ledger(), advisor, bills),
        policies,
        question.locale().equals(Words.ENGLISH) ? Language.ENGLISH : Language.CHINESE,
        listener::used);
  }

  private Optional<String> reply(
      StreamingChatModel model,
      CitizenTools tools,
      Question question,
      Understood understood,
      Words words) {
    MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(REMEMBERED);
    question.earlier().forEach(memory::add);
    String instructions =
        words.say(
            "system",
            question.ledger().today().toString(),
            understood.intent().wireName(),
            understood.slots().toString());
    Conversation conversation =
        AiServices.builder(Conversation.class)
            .streamingChatModel(model)
            .tools(tools)
            .chatMemory(memory)
            .systemMessageProvider(id -> instructions)
            .maxSequentialToolsInvocations(MOST_TOOL_ROUNDS)
            .build();
    CompletableFuture<String> said = new CompletableFuture<>();
    try {
      conversation
          .say(Masked.text(question.text()))
          .onPartialResponse(token -> {})
          .onCompleteResponse(response -> said.complete(response.aiMessage().text()))
          .onError(said::completeExceptionally)
          .start();
      return Optional.ofNullable(said.get(patience.toMillis(), TimeUnit.MILLISECONDS))
          .filter(text -> !text.isBlank());
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.warn("model {} gave no reply: {}", model.getClass().getSimpleName(), e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isGrounded(
      String reply, List<ToolUse> tools, Question question, Understood understood) {
    List<String> unsupported =
        new Groundedness(Grounds.of(tools, question, understood)).unsupported(reply);
    if (!unsupported.isEmpty()) {
      LOG.warn("a reply was held back: {} figures in it stand in no source", unsupported.size());
    }
    return unsupported.isEmpty();
  }
}
