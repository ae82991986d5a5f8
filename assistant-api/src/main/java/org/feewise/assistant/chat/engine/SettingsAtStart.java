package org.feewise.assistant.chat.engine;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses at start what the settings of the language model say wrongly. */
@ApplicationScoped
class SettingsAtStart {
  private final ModelSettings settings;

  SettingsAtStart(ModelSettings settings) {
    this.settings = settings;
  }

  void check(@Observes StartupEvent started) {
    ModelChoice.of(settings);
  }
}
