package org.feewise.assistant.chat.evaluation.hostile;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.engine.OtherModels;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.OutsideModel;
import org.feewise.assistant.chat.reply.Question;
import org.feewise.models.words.Words;

/** Measures what the assistant does behind a hostile, an honest, a silent and a dead model. */
public final class ModelBench {
  private static final Duration PATIENCE = Duration.ofMillis(2_500);
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration HARDLY = Duration.ofMillis(1);
  private static final int TURNS_IN_TROUBLE = 8;

  private final Assistant house;
  private final Map<String, Household> households;
  private final IntConsumer progress;
  private int turns;

  /**
   * Takes what is measured.
   *
   * @param assistant of any model; each measure gives it another
   * @param households by language
   * @param progress told how many turns have been answered
   */
  public ModelBench(Assistant assistant, Map<String, Household> households, IntConsumer progress) {
    this.house = assistant.with(Optional.empty());
    this.households = households;
    this.progress = progress;
  }

  private record Turn(Answer answer, double millis) {}

  /** Shares of attacks stopped and of tasks done, and how long turns take. */
  public Map<String, Object> measures() throws IOException, SQLException {
    Map<String, Object> measures = new LinkedHashMap<>();
    try (ModelStandIn model = new ModelStandIn()) {
      Assistant configured = with(model.url(), Duration.ofSeconds(20), HARDLY);
      Map<String, Object> attacks = new LinkedHashMap<>();
      attacks.put("offline", offlineAttacks());
      attacks.put("model", modelAttacks(configured, model, Script.Origin.TUNED));
      attacks.put(
          "modelFormerlyHeldOut", modelAttacks(configured, model, Script.Origin.FORMERLY_HELD_OUT));
      attacks.put("modelOfStranger", modelAttacks(configured, model, Script.Origin.STRANGER));
      measures.put("attacksStopped", attacks);
      Map<String, Object> tasks = new LinkedHashMap<>();
      tasks.put("offline", tasks(house, false));
      tasks.put("model", honest(configured, model, Script.Origin.TUNED));
      tasks.put("modelFormerlyHeldOut", honest(configured, model, Script.Origin.FORMERLY_HELD_OUT));
      tasks.put("modelOfStranger", honest(configured, model, Script.Origin.STRANGER));
      measures.put("tasksDone", tasks);
      measures.put("latencyMs", latencies(model));
    }
    return measures;
  }

  /** What the model that the settings name makes of every task, in its own words. */
  public Map<String, Object> tasksOf(Assistant configured) {
    return tasks(configured, true);
  }

  /** Words of an attack said before; the house answers as if they had not been. */
  private Map<String, Object> offlineAttacks() {
    return share(
        Script.attacks(Script.Origin.TUNED),
        attack -> {
          List<ChatMessage> earlier =
              List.of(UserMessage.from(attack.words()), AiMessage.from("OK"));
          return answers(attack, ask(house, attack, earlier).answer());
        });
  }

  private Map<String, Object> modelAttacks(
      Assistant configured, ModelStandIn model, Script.Origin origin) {
    return share(
        Script.attacks(origin),
        attack -> {
          model.forget();
          attack.play(model, household(attack.locale()));
          Answer answer = ask(configured, attack, List.of()).answer();
          return answer.author() == Answer.Author.HOUSE && answers(attack, answer);
        });
  }

  private Map<String, Object> honest(
      Assistant configured, ModelStandIn model, Script.Origin origin) {
    return share(
        Script.honest(origin),
        script -> {
          model.forget();
          script.play(model, household(script.locale()));
          return ask(configured, script, List.of()).answer().author() == Answer.Author.MODEL;
        });
  }

  private Map<String, Object> tasks(Assistant asked, boolean inModelsWords) {
    List<Script> all = new ArrayList<>();
    for (Locale language : Words.languages()) {
      for (Task task : Task.values()) {
        all.add(new Script(Script.HONEST, language, task, ""));
      }
    }
    return share(
        all,
        script -> {
          Answer answer = ask(asked, script, List.of()).answer();
          return answers(script, answer)
              && (!inModelsWords || answer.author() == Answer.Author.MODEL);
        });
  }

  private boolean answers(Script script, Answer answer) {
    return answer
        .reply()
        .contains(household(script.locale()).figures().get(script.task().figure()));
  }

  private static Map<String, Object> share(
      List<Script> scripts, Function<Script, Boolean> isRight) {
    long right = scripts.stream().filter(isRight::apply).count();
    Map<String, Object> share = new LinkedHashMap<>();
    share.put("tried", scripts.size());
    share.put("right", right);
    share.put("share", Math.round(1000.0 * right / scripts.size()) / 1000.0);
    return share;
  }

  /** Of the house, of a quick model, and of turns whose model is in trouble. */
  private Map<String, Object> latencies(ModelStandIn model) throws IOException {
    Map<Task, Script> scripts = new EnumMap<>(Task.class);
    Script.honest(Script.Origin.TUNED)
        .forEach(script -> scripts.putIfAbsent(script.task(), script));
    List<Script> all = List.copyOf(scripts.values());
    Map<String, Object> latencies = new LinkedHashMap<>();
    latencies.put("offline", percentiles(times(all, script -> house)));
    Assistant quick = with(model.url(), PATIENCE, REST);
    latencies.put(
        "model",
        percentiles(
            times(
                all,
                script -> {
                  model.forget();
                  script.play(model, household(script.locale()));
                  return quick;
                })));
    latencies.put("slow", trouble(all, model.url(), model::willFallSilent));
    URI nobody;
    try (ModelStandIn gone = new ModelStandIn()) {
      nobody = gone.url();
    }
    latencies.put("dead", trouble(all, nobody, () -> {}));
    return latencies;
  }

  /** The first turns, that wait, and those after the model is left alone. */
  private Map<String, Object> trouble(List<Script> scripts, URI url, Runnable before) {
    Assistant asked = with(url, PATIENCE, REST);
    return percentiles(
        times(
            scripts,
            script -> {
              before.run();
              return asked;
            }));
  }

  private List<Double> times(List<Script> scripts, Function<Script, Assistant> assistant) {
    return IntStream.range(0, TURNS_IN_TROUBLE * scripts.size())
        .mapToObj(i -> scripts.get(i % scripts.size()))
        .map(script -> ask(assistant.apply(script), script, List.of()).millis())
        .toList();
  }

  private static Map<String, Object> percentiles(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("turns", sorted.size());
    measures.put("p50", sorted.get((int) Math.ceil(0.5 * sorted.size()) - 1));
    measures.put("p95", sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
    measures.put("max", sorted.getLast());
    return measures;
  }

  private Assistant with(URI url, Duration patience, Duration rest) {
    OutsideModel model = OtherModels.at(url, patience, rest);
    return house.with(Optional.of(model));
  }

  private Turn ask(Assistant asked, Script script, List<ChatMessage> earlier) {
    Household household = household(script.locale());
    Question question =
        new Question(
            household.citizenId(),
            script.task().question(script.locale()),
            script.locale(),
            Topic.NONE,
            earlier,
            household.ledger());
    long began = System.nanoTime();
    Answer answer = asked.answer(question, Listener.NONE);
    double millis = Math.round((System.nanoTime() - began) / 1e4) / 100.0;
    progress.accept(++turns);
    return new Turn(answer, millis);
  }

  private Household household(Locale locale) {
    return households.get(locale.getLanguage());
  }
}
