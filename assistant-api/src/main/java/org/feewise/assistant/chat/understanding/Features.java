package org.feewise.assistant.chat.understanding;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.feewise.assistant.chat.slots.Said;
import smile.util.SparseArray;

/**
 * What the intent of a message is judged by: the embedding of the text, the hashed character and
 * word n-grams of the text with its details masked, the cues in it, which kinds of detail it has,
 * and what the message before wanted, since "and by text message" means little alone.
 */
final class Features {
  static final int VERSION = 4;
  private static final int BUCKETS = 1 << 13;
  private static final int FLAGS = 13;
  private static final double EMBEDDING_WEIGHT = 3.0;
  private static final double NGRAM_WEIGHT = 2.0;
  private static final double FLAG_WEIGHT = 0.5;
  private static final double CUE_WEIGHT = 1.0;
  private static final double CONTEXT_WEIGHT = 0.5;

  /** How many measures of length there are: one, a few and many words. */
  private static final int LENGTHS = 3;

  private final int dimension;
  private final Language language;
  private final int cues;

  Features(int embeddingDimension, Language language, Cues cues) {
    this.dimension = embeddingDimension;
    this.language = language;
    this.cues = cues.count();
  }

  int count() {
    return alone() + Intent.values().length * inContext();
  }

  private int alone() {
    return dimension + BUCKETS + FLAGS + cues;
  }

  private int inContext() {
    return 1 + LENGTHS + FLAGS + cues;
  }

  /**
   * What of a message is embedded, as each language measures best: a Chinese one whole, an English
   * one with its details masked (decision 0099).
   *
   * @param text in normal form, lower case
   */
  String embedded(String text, Said said) {
    return language == Language.CHINESE ? text : said.masked();
  }

  /**
   * The features of a message.
   *
   * @param embedding of {@link #embedded}
   * @param found the cues that the text has
   * @param before what the message before wanted, if there was one
   */
  SparseArray of(float[] embedding, Said said, BitSet found, Optional<Intent> before) {
    SparseArray features = new SparseArray(dimension + 128);
    for (int i = 0; i < embedding.length; i++) {
      features.append(i, embedding[i] * EMBEDDING_WEIGHT);
    }
    Map<Integer, Integer> counts = ngrams(said.masked());
    double norm = Math.sqrt(counts.values().stream().mapToDouble(n -> (double) n * n).sum());
    counts.forEach((bucket, n) -> features.append(dimension + bucket, n / norm * NGRAM_WEIGHT));
    flags(
        said,
        (present, index) -> {
          if (present) {
            features.append(dimension + BUCKETS + index, FLAG_WEIGHT);
          }
        });
    found.stream().forEach(cue -> features.append(dimension + BUCKETS + FLAGS + cue, CUE_WEIGHT));
    before.ifPresent(intent -> context(features, said, found, intent));
    features.sort();
    return features;
  }

  /** The kinds of detail, the cues and the length again, as they speak after one intent. */
  private void context(SparseArray features, Said said, BitSet found, Intent before) {
    int start = alone() + before.ordinal() * inContext();
    features.append(start, CONTEXT_WEIGHT);
    features.append(start + 1 + length(said.masked()), CONTEXT_WEIGHT);
    flags(
        said,
        (present, index) -> {
          if (present) {
            features.append(start + 1 + LENGTHS + index, CONTEXT_WEIGHT);
          }
        });
    found.stream()
        .forEach(cue -> features.append(start + 1 + LENGTHS + FLAGS + cue, CONTEXT_WEIGHT));
  }

  private int length(String text) {
    int words = language == Language.CHINESE ? (text.length() + 1) / 2 : text.split(" ").length;
    return words <= 4 ? 0 : words <= 8 ? 1 : 2;
  }

  private static void flags(Said said, ObjIntConsumer<Boolean> flag) {
    flag.accept(said.feeTypes().size() == 1, 0);
    flag.accept(said.feeTypes().size() > 1, 1);
    flag.accept(said.namesDate(), 2);
    flag.accept(said.namesAmount(), 3);
    flag.accept(said.instalments().isPresent(), 4);
    flag.accept(said.daysBefore().isPresent(), 5);
    flag.accept(said.methods().size() == 1, 6);
    flag.accept(said.methods().size() > 1, 7);
    flag.accept(!said.channels().isEmpty(), 8);
    flag.accept(said.namesNumber(), 9);
    flag.accept(said.status().isPresent(), 10);
    flag.accept(said.payInFull(), 11);
    flag.accept(said.namesMonthlyAmount(), 12);
  }

  private Map<Integer, Integer> ngrams(String text) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    String padded = "^" + text.replaceAll("[\\p{P}\\p{S}&&[^'?%]]", " ").strip() + "$";
    switch (language) {
      case CHINESE -> characters(padded.replace(" ", ""), 1, 4, counts);
      case ENGLISH -> {
        words(padded, counts);
        characters(padded, 3, 5, counts);
      }
    }
    return counts;
  }

  private static void characters(
      String text, int shortest, int longest, Map<Integer, Integer> counts) {
    for (int n = shortest; n <= longest; n++) {
      for (int i = 0; i + n <= text.length(); i++) {
        count("c" + text.substring(i, i + n), counts);
      }
    }
  }

  private static void words(String text, Map<Integer, Integer> counts) {
    String[] words = text.split("[ ^$]+");
    for (int i = 0; i < words.length; i++) {
      count("w" + words[i], counts);
      if (i > 0) {
        count("w" + words[i - 1] + " " + words[i], counts);
      }
    }
  }

  private static void count(String gram, Map<Integer, Integer> counts) {
    int hash = gram.hashCode() * 0x9E3779B9;
    counts.merge(hash >>> (32 - 13), 1, Integer::sum);
  }
}
