package org.feewise.assistant.chat.reply;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.guard.Draft;
import org.feewise.assistant.chat.guard.Groundedness;
import org.feewise.assistant.chat.guard.Guardrails;
import org.feewise.assistant.chat.guard.PlainText;
import org.feewise.assistant.chat.guard.Reason;
import org.feewise.assistant.chat.offline.OfflineModel;
import org.feewise.assistant.chat.tools.CitizenTools;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.veil.Veil;
import org.feewise.models.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message being answered, by the house or by a configured model whose words are checked. */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final String HELD_BACK = "feewise.chat.replies.held.back";

  /** Far more than our own model ever takes. */
  private static final Duration OWN_PATIENCE = Duration.ofSeconds(20);

  private final Question question;
  private final Understood understood;
  private final Function<Consumer<ToolUse>, CitizenTools> tools;
  private final Stop stop;
  private final Words words;

  /**
   * @param tools binds the citizen's tools to whoever watches their use
   */
  Turn(
      Question question,
      Understood understood,
      Function<Consumer<ToolUse>, CitizenTools> tools,
      Stop stop) {
    this.question = question;
    this.understood = understood;
    this.tools = tools;
    this.stop = stop;
    this.words = Words.of(OfflineModel.class, "replies", question.locale());
  }

  /** The answer in our own sentences. */
  Answer byTheHouse(Listener listener) {
    return byTheHouse(listener::used);
  }

  /** The answer in the model's words where they keep every rule, else in our own sentences. */
  Answer by(OutsideModel model, Veil veil, Listener listener) {
    Attempt attempt = model.attempt(stop);
    CitizenTools used = tools.apply(attempt.whileItLasts(listener::used));
    Attempt.Told told = told();
    Optional<String> said = model.unlessItFails(() -> attempt.reply(used, told, veil));
    Answer own = byTheHouse(use -> {});
    Optional<Answer> checked =
        said.flatMap(
            reply ->
                unlessItFails(() -> checked(reply, used, own, veil.over(told.instructions()))));
    if (checked.isEmpty()) {
      own.tools().forEach(listener::used);
    }
    return checked.orElse(own);
  }

  private Optional<Answer> checked(
      String reply, CitizenTools used, Answer own, String instructions) {
    PlainText plain = PlainText.of(reply);
    List<ToolUse> uses = used.uses();
    Optional<Reason> breach =
        plain
            .breach()
            .or(
                () ->
                    Guardrails.breach(
                        new Draft(
                            plain.text(),
                            question.locale(),
                            understood,
                            uses,
                            own.tools(),
                            own.reply(),
                            instructions)));
    breach.ifPresent(Turn::held);
    return breach.isPresent()
        ? Optional.empty()
        : Optional.of(answer(plain.text(), used, Answer.Author.MODEL));
  }

  /** A reply that a rule cannot even read is not said either. */
  private static Optional<Answer> unlessItFails(Supplier<Optional<Answer>> check) {
    try {
      return check.get();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a reply was held back: it could not be checked", e);
      return Optional.empty();
    }
  }

  private static void held(Reason reason) {
    Metrics.counter(HELD_BACK, "reason", reason.wireName()).increment();
    LOG.warn("a reply was held back: {}", reason.wireName());
  }

  private Answer byTheHouse(Consumer<ToolUse> watcher) {
    OfflineModel model = new OfflineModel(understood, words, question.ledger().today());
    Attempt attempt = new Attempt(new Line(model, () -> {}), OWN_PATIENCE, stop);
    CitizenTools used = tools.apply(attempt.whileItLasts(watcher));
    try {
      String reply = attempt.reply(used, told());
      if (grounds(used).unsupported(reply).isEmpty()) {
        return answer(reply, used, Answer.Author.HOUSE);
      }
      held(Reason.FIGURE);
    } catch (NoReplyException e) {
      LOG.warn("our own model gave no reply: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Answer(
        understood,
        words.say("trouble"),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Answer.Author.HOUSE);
  }

  private Answer answer(String reply, CitizenTools used, Answer.Author author) {
    List<ToolUse> uses = used.uses();
    return new Answer(
        understood,
        reply,
        Citations.of(uses),
        uses,
        Actions.of(understood, uses, words),
        used.plan(),
        author);
  }

  private Groundedness grounds(CitizenTools used) {
    List<String> texts = new ArrayList<>(Grounds.of(used.uses(), question, understood));
    texts.add(told().instructions());
    return new Groundedness(texts);
  }

  private Attempt.Told told() {
    String instructions =
        words.say(
            "system",
            question.ledger().today().toString(),
            understood.intent().wireName(),
            understood.slots().toString());
    return new Attempt.Told(instructions, question.earlier(), question.text());
  }
}
