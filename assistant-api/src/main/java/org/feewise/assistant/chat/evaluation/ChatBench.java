package org.feewise.assistant.chat.evaluation;

import dev.langchain4j.data.segment.TextSegment;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.understanding.SentenceEmbedding;

/**
 * Times whole turns of conversations, one after the other on the calling thread, each followed by
 * one embedding of the same text.
 */
final class ChatBench {
  private final Assistant assistant;
  private final DemoCitizens citizens;
  private final IntConsumer progress;
  private final Map<Language, SentenceEmbedding> embeddings = new EnumMap<>(Language.class);
  private final Speeds all = new Speeds();
  private final Map<String, Speeds> byLanguage = new TreeMap<>();
  private int turns;

  /**
   * Loads the embeddings that turns are measured beside.
   *
   * @param progress told after each case how many turns have been answered
   */
  ChatBench(Assistant assistant, DemoCitizens citizens, IntConsumer progress) {
    this.assistant = assistant;
    this.citizens = citizens;
    this.progress = progress;
    for (Language language : Language.values()) {
      embeddings.put(language, SentenceEmbedding.of(language));
    }
  }

  /** Milliseconds of the first turn of a case, with a citizen of its own. */
  static double firstTurn(Assistant assistant, DemoCitizens citizens, ChatCase held) {
    Talk talk = new Talk(assistant, held.locale(), citizens.on(held.today()));
    return Math.round(talk.say(held.turns().getFirst().say()).nanos() / 1e4) / 100.0;
  }

  /** Holds every conversation some times over without measuring, then some times measured. */
  Map<String, Object> run(List<ChatCase> cases, int warmUp, int rounds) {
    for (int round = 0; round < warmUp + rounds; round++) {
      boolean measured = round >= warmUp;
      cases.forEach(held -> hold(held, measured));
    }
    Map<String, Object> measures = new LinkedHashMap<>(all.measures());
    Map<String, Object> languages = new LinkedHashMap<>();
    byLanguage.forEach((language, speeds) -> languages.put(language, speeds.measures()));
    measures.put("languages", languages);
    return measures;
  }

  private void hold(ChatCase held, boolean measured) {
    Talk talk = new Talk(assistant, held.locale(), citizens.on(held.today()));
    for (ChatCase.Turn turn : held.turns()) {
      long turnNanos = talk.say(turn.say()).nanos();
      long embeddingNanos = embed(turn.say());
      if (measured) {
        all.add(turnNanos, embeddingNanos);
        speeds(held.locale()).add(turnNanos, embeddingNanos);
      }
      turns++;
    }
    progress.accept(turns);
  }

  private Speeds speeds(Locale language) {
    return byLanguage.computeIfAbsent(language.toLanguageTag(), tag -> new Speeds());
  }

  private long embed(String text) {
    SentenceEmbedding embedding = embeddings.get(Language.of(text));
    TextSegment segment = TextSegment.from(text);
    long began = System.nanoTime();
    embedding.embed(segment);
    return System.nanoTime() - began;
  }
}
