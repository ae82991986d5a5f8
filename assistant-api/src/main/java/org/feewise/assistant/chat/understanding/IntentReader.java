package org.feewise.assistant.chat.understanding;

import java.util.EnumMap;
import java.util.Map;
import org.feewise.assistant.chat.slots.Said;

/** Judges what a message wants, in Chinese or English, without the conversation around it. */
public final class IntentReader {
  private final Map<Language, Reading> readings = new EnumMap<>(Language.class);

  private record Reading(SentenceEmbedding embedding, IntentHead head, Features features) {}

  /** Loads the embeddings and heads of every language: about a second. */
  public IntentReader() {
    for (Language language : Language.values()) {
      SentenceEmbedding embedding = SentenceEmbedding.of(language);
      Features features = new Features(embedding.dimension(), language);
      readings.put(language, new Reading(embedding, IntentHead.of(language), features));
    }
  }

  /**
   * The likeliest intent.
   *
   * @param text in normal form, lower case
   * @param said the details the text names
   */
  public IntentGuess read(String text, Said said) {
    Reading reading = readings.get(Language.of(text));
    float[] embedding = reading.embedding.of(said.masked());
    return IntentGuess.of(reading.head.probabilities(reading.features.of(embedding, said, text)));
  }

  /** The meaning of a text in a language, as a vector of length one. */
  public float[] meaning(Language language, String text) {
    return readings.get(language).embedding.of(text);
  }
}
