package org.feewise.assistant.chat.conversation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Masked;
import org.feewise.assistant.chat.reply.Question;
import org.feewise.assistant.chat.reply.StoppedException;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.words.Words;

/** Takes a citizen's messages in, has them answered and keeps both. */
@ApplicationScoped
public class Conversations {
  /** Characters of one message. */
  public static final int LONGEST_TEXT = 2000;

  /** Header that names a request. */
  public static final String KEY = "Idempotency-Key";

  /** Turns of one conversation. */
  static final int MOST_TURNS = 100;

  private static final int TURNS_TOLD_TO_MODEL = 8;
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private final Assistant assistant;
  private final BillLedger ledger;
  private final ConversationStore store;
  private final Proposing proposing;
  private final MessageRate rate;
  private final TurnsUnderWay underWay;
  private final Clock clock;

  Conversations(
      Assistant assistant,
      BillLedger ledger,
      ConversationStore store,
      Proposing proposing,
      MessageRate rate,
      TurnsUnderWay underWay,
      Clock clock) {
    this.assistant = assistant;
    this.ledger = ledger;
    this.store = store;
    this.proposing = proposing;
    this.rate = rate;
    this.underWay = underWay;
    this.clock = clock;
  }

  /**
   * Lets a message in; {@link #answer} must follow.
   *
   * @param caller the language the request asks for, if any
   * @param key names the request, so that it is answered once however often it is sent
   * @throws Problem 400 for a text, locale, key or turn out of bounds, 404 for a conversation that
   *     is not the citizen's, 409 while another message is being answered in it, when it is full or
   *     when the key was another message's, 429 after too many messages
   */
  public Asked ask(
      String citizenId, Message message, Optional<Locale> caller, Optional<String> key) {
    String text = text(message);
    Locale locale = locale(message).or(() -> caller).orElseGet(() -> Language.of(text).locale());
    Optional<String> requestId = key.map(given -> requestId(citizenId, given));
    Optional<Conversation> answered = requestId.flatMap(id -> store.answered(citizenId, id));
    if (answered.isPresent()) {
      return again(answered.get(), text, locale, requestId);
    }
    rate.count(citizenId).ifPresent(Conversations::refuse);
    Conversation conversation =
        conversation(citizenId, message.conversationId(), requestId.orElse(null));
    int kept = kept(message, conversation);
    if (kept >= MOST_TURNS) {
      throw new Problem(Conversations.class, 409, "conversation-full").at("conversationId");
    }
    if (!underWay.begin(conversation.id())) {
      throw busy();
    }
    return new Asked(
        conversation.after(kept),
        conversation.turns().size(),
        text,
        locale,
        requestId,
        Optional.empty());
  }

  /**
   * Answers and keeps the turn.
   *
   * @throws Problem 409 when another turn was added meanwhile or the citizen stopped it; this one
   *     is not kept then
   */
  public Conversation.Turn answer(Asked asked, Listener listener) {
    if (asked.answered().isPresent()) {
      return asked.answered().get();
    }
    Conversation conversation = asked.conversation();
    try {
      Answer told = assistant.answer(question(asked), listener, underWay.stopOf(asked.requestId()));
      Answer answer = told.leadingTo(proposing.of(asked, told));
      Conversation.Turn turn =
          new Conversation.Turn(
              conversation.turns().size(),
              asked.text(),
              ChatReply.of(conversation.id(), answer),
              Cards.of(answer.tools()),
              answer.author(),
              answer.topic(),
              clock.instant());
      if (!isStopped(asked) && !store.add(asked, turn)) {
        throw busy();
      }
      if (isStopped(asked)) {
        asked.requestId().ifPresent(id -> store.remove(conversation.citizenId(), id));
        throw new Problem(Conversations.class, 409, "stopped");
      }
      return turn;
    } catch (StoppedException stopped) {
      throw new Problem(Conversations.class, 409, "stopped");
    } finally {
      underWay.end(conversation.id(), asked.requestId());
    }
  }

  /** Throws the answer of a request away, whether it is still coming about or just came. */
  public void stop(String citizenId, String key) {
    String requestId = requestId(citizenId, key);
    underWay.stop(requestId);
    store.remove(citizenId, requestId);
  }

  private boolean isStopped(Asked asked) {
    return asked.requestId().filter(underWay::isStopped).isPresent();
  }

  private static Asked again(
      Conversation answered, String text, Locale locale, Optional<String> requestId) {
    Conversation.Turn turn = answered.turns().getLast();
    if (!turn.said().equals(text)) {
      throw new Problem(Conversations.class, 409, "key-used").at(KEY);
    }
    return new Asked(answered, answered.turns().size(), text, locale, requestId, Optional.of(turn));
  }

  /** Bound to the citizen, so that nobody meets another's request. */
  private static String requestId(String citizenId, String key) {
    if (!key.matches("[\\x21-\\x7e]{8,100}")) {
      throw new Problem(Conversations.class, 400, "bad-key").at(KEY);
    }
    return UUID.nameUUIDFromBytes((citizenId + ' ' + key).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static int kept(Message message, Conversation conversation) {
    int turns = conversation.turns().size();
    if (message.replaces() == null) {
      return turns;
    }
    if (message.replaces() < 0 || message.replaces() >= turns) {
      throw new Problem(Conversations.class, 400, "no-such-turn", Integer.toString(turns))
          .at("replaces");
    }
    return message.replaces();
  }

  private static String text(Message message) {
    String text = message == null || message.text() == null ? "" : message.text().strip();
    if (NormalText.of(text).isEmpty()) {
      throw new Problem(Conversations.class, 400, "text-blank").at("text");
    }
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      throw new Problem(Conversations.class, 400, "text-too-long", Integer.toString(LONGEST_TEXT))
          .at("text");
    }
    return text;
  }

  private static Optional<Locale> locale(Message message) {
    if (message.locale() == null || message.locale().isBlank()) {
      return Optional.empty();
    }
    Locale locale = Locale.forLanguageTag(message.locale());
    if (Words.languages().stream().noneMatch(l -> l.getLanguage().equals(locale.getLanguage()))) {
      throw new Problem(Conversations.class, 400, "unknown-locale").at("locale");
    }
    return Optional.of(Words.supported(locale));
  }

  private Conversation conversation(String citizenId, String id, String requestId) {
    return id == null || id.isBlank()
        ? Conversation.begun(
            requestId == null ? UUID.randomUUID().toString() : requestId, citizenId)
        : store
            .find(citizenId, id)
            .orElseThrow(
                () ->
                    new Problem(Conversations.class, 404, "no-such-conversation")
                        .at("conversationId"));
  }

  private Question question(Asked asked) {
    Conversation conversation = asked.conversation();
    return new Question(
        conversation.citizenId(),
        asked.text(),
        asked.locale(),
        conversation.topic(),
        earlier(conversation.turns()),
        ledger);
  }

  private static List<ChatMessage> earlier(List<Conversation.Turn> turns) {
    return turns.stream()
        .skip(Math.max(0, turns.size() - TURNS_TOLD_TO_MODEL))
        .flatMap(
            turn ->
                Stream.<ChatMessage>of(
                    UserMessage.from(Masked.text(turn.said())),
                    AiMessage.from(turn.answer().reply())))
        .toList();
  }

  private static void refuse(Duration wait) {
    throw new Problem(
            Conversations.class, 429, "too-many-messages", Long.toString(wait.toSeconds() + 1))
        .retryAfter(wait);
  }

  private static Problem busy() {
    return new Problem(Conversations.class, 409, "conversation-busy")
        .at("conversationId")
        .retryAfter(SHORT_WAIT);
  }
}
