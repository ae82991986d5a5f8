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
  static IntentReader intents() {
    return new IntentReader();
  }

  @Produces
  @Singleton
  static PolicyLibrary policies(IntentReader intents) {
    return new PolicyLibrary(intents);
  }

  @Produces
  @Singleton
  static Assistant assistant(
      IntentReader intents,
      PolicyLibrary policies,
      Surcharges surcharges,
      IncomeDays incomeDays,
      ModelSettings settings,
      CitizenFile file) {
    return assistant(new Dialogue(intents), policies, surcharges, incomeDays, settings, file);
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
