package org.feewise.assistant.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.command.Companion;
import org.jboss.logging.Logger;

/** Loads the assistant as soon as the service serves, so that the first question need not wait. */
@ApplicationScoped
class AssistantPreload implements Companion {
  private static final Logger LOG = Logger.getLogger(AssistantPreload.class);

  private final Instance<Assistant> assistant;
  private volatile boolean underWay;

  AssistantPreload(Instance<Assistant> assistant) {
    this.assistant = assistant;
  }

  @Override
  public void begin() {
    underWay = true;
    Thread.ofPlatform().name("assistant-preload").daemon().start(this::load);
  }

  private void load() {
    try {
      assistant.get();
      underWay = false;
    } catch (RuntimeException failure) {
      LOG.error("the assistant cannot be loaded; the service is not ready", failure);
    }
  }

  /** Whether questions would still wait for the assistant. */
  boolean isUnderWay() {
    return underWay;
  }
}
