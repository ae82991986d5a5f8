package org.feewise.assistant.chat.engine;

import dev.langchain4j.data.message.ChatMessage;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.chat.dialogue.Dialogue;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Question;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.veil.CitizenFile;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.models.fees.Surcharges;

/** Makes assistants as the product's settings make them, and talks to them. */
@Singleton
class Talks {
  private static final IntentReader INTENTS = new IntentReader();
  private static final Dialogue DIALOGUE = new Dialogue(INTENTS);
  private static final PolicyLibrary POLICIES = new PolicyLibrary(INTENTS);

  @Inject BillLedger ledger;
  @Inject Surcharges surcharges;
  @Inject IncomeDays incomeDays;
  @Inject CitizenFile file;

  /** An assistant with a model that speaks OpenAI's protocol; null for none. */
  Assistant assistant(URI url, String patience) {
    return url == null
        ? assistant(Map.of("patience", patience))
        : assistant(Map.of("url", url.toString(), "name", "stand-in", "patience", patience));
  }

  /** An assistant of the settings of a model. */
  Assistant assistant(Map<String, String> model) {
    return Engines.assistant(DIALOGUE, POLICIES, surcharges, incomeDays, settings(model), file);
  }

  static ModelSettings settings(Map<String, String> model) {
    Map<String, String> values = new HashMap<>();
    model.forEach((key, value) -> values.put("feewise.chat.model." + key, value));
    return new SmallRyeConfigBuilder()
        .withMapping(ModelSettings.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(ModelSettings.class);
  }

  Answer ask(
      Assistant assistant,
      String citizenId,
      String text,
      Locale locale,
      List<ChatMessage> earlier,
      Listener listener) {
    return assistant.answer(
        new Question(citizenId, text, locale, Topic.NONE, earlier, ledger), listener);
  }
}
