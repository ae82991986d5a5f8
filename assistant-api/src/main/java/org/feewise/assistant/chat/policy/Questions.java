package org.feewise.assistant.chat.policy;

import java.util.Arrays;

/** Questions that belong together, by what they mean. */
final class Questions {
  private static final int LIKEST = 3;

  private final float[][] meanings;
  private final float[] centre;

  /**
   * Takes questions in.
   *
   * @param meanings one a question, each of length one
   */
  Questions(float[][] meanings) {
    this.meanings = meanings;
    this.centre = centre(meanings);
  }

  /** How like a meaning the three likest are, the likest first. */
  double[] likest(float[] meaning) {
    double[] likeness = new double[meanings.length];
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = -Vectors.dot(meanings[i], meaning);
    }
    Arrays.sort(likeness);
    return Arrays.stream(likeness).limit(LIKEST).map(negative -> -negative).toArray();
  }

  /** How like a meaning the middle of all is. */
  double centreLikeness(float[] meaning) {
    return Vectors.dot(centre, meaning);
  }

  private static float[] centre(float[][] vectors) {
    float[] sum = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    double norm = Math.sqrt(Vectors.dot(sum, sum));
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) norm;
    }
    return sum;
  }
}
