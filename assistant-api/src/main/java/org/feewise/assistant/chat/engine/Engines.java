package org.feewise.assistant.chat.engine;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Dialogue;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.models.fees.Surcharges;

/** Puts the assistant together: one pipeline, with the offline engine or a configured one. */
final class Engines {
  private static final String NO_KEY = "none";

  @Produces
  @Singleton
  static Assistant assistant(Surcharges surcharges, IncomeDays incomeDays, ModelSettings settings) {
    IntentReader intents = new IntentReader();
    return assistant(
        new Dialogue(intents), new PolicyLibrary(intents), surcharges, incomeDays, settings);
  }

  static Assistant assistant(
      Dialogue dialogue,
      PolicyLibrary policies,
      Surcharges surcharges,
      IncomeDays incomeDays,
      ModelSettings settings) {
    return new Assistant(
        dialogue,
        policies,
        surcharges.catalogue(),
        incomeDays,
        configured(settings),
        settings.patience());
  }

  private static Optional<StreamingChatModel> configured(ModelSettings settings) {
    return settings
        .url()
        .map(
            url ->
                OpenAiStreamingChatModel.builder()
                    .baseUrl(url.toString())
                    .apiKey(settings.key().orElse(NO_KEY))
                    .modelName(settings.name())
                    .temperature(0.0)
                    .timeout(settings.patience())
                    .build());
  }
}
