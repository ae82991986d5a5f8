package org.feewise.assistant.chat.engine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.feewise.assistant.chat.dialogue.Dialogue;
import org.feewise.assistant.chat.policy.PolicyLibrary;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.veil.CitizenFile;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.models.fees.Surcharges;

/** Puts the assistant together: one pipeline, with the offline engine or a configured one. */
final class Engines {
  @Produces
  @Singleton
  static Assistant assistant(
      Surcharges surcharges, IncomeDays incomeDays, ModelSettings settings, CitizenFile file) {
    IntentReader intents = new IntentReader();
    return assistant(
        new Dialogue(intents), new PolicyLibrary(intents), surcharges, incomeDays, settings, file);
  }

  static Assistant assistant(
      Dialogue dialogue,
      PolicyLibrary policies,
      Surcharges surcharges,
      IncomeDays incomeDays,
      ModelSettings settings,
      CitizenFile file) {
    return new Assistant(
        dialogue, policies, surcharges.catalogue(), incomeDays, ModelChoice.of(settings), file);
  }
}
