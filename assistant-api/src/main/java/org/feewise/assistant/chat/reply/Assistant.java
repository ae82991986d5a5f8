package org.feewise.assistant.chat.reply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.feewise.assistant.chat.dialogue.Dialogue;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.tools.CitizenBills;
import org.feewise.assistant.chat.tools.CitizenPlan;
import org.feewise.assistant.chat.tools.CitizenTools;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.veil.CitizenFile;
import org.feewise.assistant.chat.veil.Veil;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;

/**
 * Answers a message: understands it, lets a model call the citizen's tools and word a reply, and
 * sends the reply only when it keeps the rules. Where a configured model fails or breaks one, the
 * offline model answers.
 */
public final class Assistant {
  /** How surely a rule must answer what seems out of scope. */
  private static final double SURE_OF_RULE = 0.8;

  private final Dialogue dialogue;
  private final PolicyLibrary policies;
  private final FeeCatalogue catalogue;
  private final IncomeDays incomeDays;
  private final Optional<OutsideModel> configured;
  private final CitizenFile file;

  /**
   * Makes an assistant.
   *
   * @param configured a model that words replies instead of the offline one
   * @param file what that model may not see of a citizen
   */
  public Assistant(
      Dialogue dialogue,
      PolicyLibrary policies,
      FeeCatalogue catalogue,
      IncomeDays incomeDays,
      Optional<OutsideModel> configured,
      CitizenFile file) {
    this.dialogue = dialogue;
    this.policies = policies;
    this.catalogue = catalogue;
    this.incomeDays = incomeDays;
    this.configured = configured;
    this.file = file;
  }

  /** The same with another model, or with none but our own. */
  public Assistant with(Optional<OutsideModel> model) {
    return new Assistant(dialogue, policies, catalogue, incomeDays, model, file);
  }

  public Answer answer(Question question, Listener listener) {
    return answer(question, listener, new Stop());
  }

  /**
   * The same, unless it is stopped.
   *
   * @throws StoppedException when it is
   */
  public Answer answer(Question question, Listener listener, Stop stop) {
    LocalDate today = question.ledger().today();
    Understood understood = understood(question, today);
    listener.understood(understood);
    Turn turn =
        new Turn(question, understood, watcher -> tools(question, understood, watcher), stop);
    Answer answer =
        configured
            .filter(model -> isForModels(understood))
            .map(model -> turn.by(model, new Veil(file.of(question.citizenId())), listener))
            .orElseGet(() -> turn.byTheHouse(listener));
    Tokens.of(answer.reply()).forEach(listener::said);
    return answer;
  }

  /** What is refused is refused by the house. */
  private static boolean isForModels(Understood understood) {
    return understood.wishes().stream()
        .noneMatch(wish -> wish.intent() == Intent.UNSAFE || wish.intent() == Intent.OUT_OF_SCOPE);
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
}
