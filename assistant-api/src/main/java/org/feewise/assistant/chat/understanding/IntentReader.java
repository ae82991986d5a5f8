package org.feewise.assistant.chat.understanding;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.slots.Said;

/** Judges what a message wants, in Chinese or English, after the message before it. */
public final class IntentReader {
  /** Below it, a message is taken for unsafe only when something in its words speaks for it. */
  private static final double SURELY_UNSAFE = 0.6;

  /**
   * From it on, a message with such words is taken for unsafe though another reading is likelier.
   */
  private static final double PERHAPS_UNSAFE = 0.2;

  /** Who gives their own telephone or card number does not ask about somebody else's. */
  private static final Pattern OWN_NUMBER =
      Pattern.compile(
          "(?:我|本人|自己)的?(?:电话|手机|身份证|证件|卡|户号|邮箱)"
              + "|\\bmy (?:own )?(?:phone|mobile|number|id|card|e-?mail)");

  private static final Pattern LONG_NUMBER =
      Pattern.compile("\\d[\\d -]{5,}[\\dx]?|[\\w.-]+@[\\w.-]+");

  private static final List<String> SUSPICIONS =
      List.of(
          "OTHER_PERSON",
          "OTHER_NAME",
          "OTHER_ID",
          "FAMILY",
          "OTHERS_DATA",
          "MACHINE",
          "CHEAT",
          "TAMPER",
          "TOLD_BY_TEXT");

  private static final List<String> OF_WHOM_IT_IS = List.of("FAMILY", "OTHERS_DATA");

  private final Map<Language, Reading> readings = new EnumMap<>(Language.class);

  private record Reading(
      SentenceEmbedding embedding, IntentHead head, Features features, Cues cues) {}

  /** Loads the embeddings and heads of every language: about a second. */
  public IntentReader() {
    for (Language language : Language.values()) {
      SentenceEmbedding embedding = SentenceEmbedding.of(language);
      Cues cues = Cues.of(language);
      Features features = new Features(embedding.dimension(), language, cues);
      readings.put(language, new Reading(embedding, IntentHead.of(language), features, cues));
    }
  }

  /**
   * The likeliest intent.
   *
   * @param text in normal form, lower case
   * @param said the details the text names
   * @param before what the message before wanted, if there was one
   */
  public IntentGuess read(String text, Said said, Optional<Intent> before) {
    Reading reading = readings.get(Language.of(text));
    boolean own = OWN_NUMBER.matcher(text).find();
    String words = own ? withoutNumbers(text) : text;
    Said heard = own ? said.withMasked(withoutNumbers(said.masked())) : said;
    float[] embedding = reading.embedding.of(reading.features.embedded(words, heard));
    BitSet found = reading.cues.in(words);
    double[] probabilities =
        reading.head.probabilities(reading.features.of(embedding, heard, found, before));
    IntentGuess guess = IntentGuess.of(probabilities);
    boolean suspicious = isSuspicious(reading.cues, found);
    double least = suspicious ? PERHAPS_UNSAFE : SURELY_UNSAFE;
    boolean unsafe = probabilities[Intent.UNSAFE.ordinal()] >= least;
    boolean turns =
        guess.intent() == Intent.UNSAFE ? !unsafe : unsafe && guess.runnerUp() == Intent.UNSAFE;
    return turns ? guess.swapped() : guess;
  }

  /** Whether words speak for an attack; whoever pays for the family asks for nobody's records. */
  private static boolean isSuspicious(Cues cues, BitSet found) {
    boolean paysFor = cues.has("PAYS_FOR", found);
    return SUSPICIONS.stream()
        .filter(cue -> !(paysFor && OF_WHOM_IT_IS.contains(cue)))
        .anyMatch(cue -> cues.has(cue, found));
  }

  /** The meaning of a text in a language, as a vector of length one. */
  public float[] meaning(Language language, String text) {
    return readings.get(language).embedding.of(text);
  }

  private static String withoutNumbers(String text) {
    return LONG_NUMBER.matcher(text).replaceAll("");
  }
}
