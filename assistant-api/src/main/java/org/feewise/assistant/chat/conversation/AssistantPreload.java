package org.feewise.assistant.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Question;
import org.feewise.assistant.command.Companion;
import org.feewise.models.words.Words;
import org.jboss.logging.Logger;

/**
 * Loads the assistant as soon as the service serves and rehearses it on nobody's bills, so that the
 * first question is answered as fast as the next.
 */
@ApplicationScoped
class AssistantPreload implements Companion {
  private static final Logger LOG = Logger.getLogger(AssistantPreload.class);
  private static final String NOBODY = "nobody";

  private final Instance<Assistant> assistant;
  private final BillLedger ledger;
  private final boolean offline;
  private volatile boolean underWay;

  AssistantPreload(
      Instance<Assistant> assistant,
      BillLedger ledger,
      @ConfigProperty(name = "feewise.chat.model.url") Optional<String> model) {
    this.assistant = assistant;
    this.ledger = ledger;
    this.offline = model.isEmpty();
  }

  @Override
  public void begin() {
    underWay = true;
    Thread.ofPlatform().name("assistant-preload").daemon().start(this::load);
  }

  private void load() {
    try {
      Assistant loaded = assistant.get();
      if (offline) {
        Words.languages().forEach(language -> rehearse(loaded, language));
      }
      underWay = false;
    } catch (RuntimeException failure) {
      LOG.error("the assistant cannot be loaded; the service is not ready", failure);
    }
  }

  private void rehearse(Assistant loaded, Locale language) {
    for (String text : Suggestions.in(language)) {
      loaded.answer(
          new Question(NOBODY, text, language, Topic.NONE, List.of(), ledger), Listener.NONE);
    }
  }

  /** Whether questions would still wait for the assistant. */
  boolean isUnderWay() {
    return underWay;
  }
}
