package org.feewise.assistant.chat.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feewise.assistant.chat.understanding.NormalText;

/** Questions that belong together, by meaning and by letters. */
final class Questions {
  private static final int LIKEST = 3;

  private final float[][] meanings;
  private final float[] centre;
  private final List<Set<String>> letters;

  /**
   * Takes questions in.
   *
   * @param meanings one a question, each of length one
   */
  Questions(List<String> texts, float[][] meanings) {
    this.meanings = meanings;
    this.centre = centre(meanings);
    this.letters = texts.stream().map(Questions::letters).toList();
  }

  /** How like a meaning the three likest are, the likest first. */
  double[] likest(float[] meaning) {
    double[] likeness = new double[meanings.length];
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = -dot(meanings[i], meaning);
    }
    Arrays.sort(likeness);
    return Arrays.stream(likeness).limit(LIKEST).map(negative -> -negative).toArray();
  }

  /** How like a meaning the middle of all is. */
  double centreLikeness(float[] meaning) {
    return dot(centre, meaning);
  }

  /** The largest share of letters in a row that a question has in common with one of these. */
  double commonLetters(Set<String> question) {
    double best = 0;
    for (Set<String> own : letters) {
      long both = question.stream().filter(own::contains).count();
      best = Math.max(best, 2.0 * both / Math.max(1, own.size() + question.size()));
    }
    return best;
  }

  /** Every two letters in a row of a Chinese text, every four of an English one. */
  static Set<String> letters(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}]", " ");
    int length = NormalText.isChinese(text) ? 2 : 4;
    Set<String> letters = new HashSet<>();
    for (int i = 0; i + length <= plain.length(); i++) {
      letters.add(plain.substring(i, i + length));
    }
    return letters;
  }

  private static float[] centre(float[][] vectors) {
    float[] sum = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    double norm = Math.sqrt(dot(sum, sum));
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) norm;
    }
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
