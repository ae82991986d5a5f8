package org.feewise.assistant.chat.policy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.feewise.assistant.chat.understanding.Language;

/**
 * A linear guess, from the meaning of a question, at the paragraph that answers it or at nothing,
 * learnt from the questions of the documents and kept as bytes.
 *
 * @param scales what one step of a weight is worth, one a row
 * @param weights in whole steps, of each paragraph in the order of the documents, then of nothing
 * @param biases one a row
 */
record Guesses(float[] scales, float[][] weights, float[] biases) {
  private static final double LEAST = -20;

  /** Reads the guesses that ship for a language. */
  static Guesses of(Language language) {
    String file = file(language);
    try (InputStream stream = Guesses.class.getResourceAsStream(file);
        DataInputStream in = new DataInputStream(stream)) {
      float[] scales = new float[in.readInt()];
      float[][] weights = new float[scales.length][];
      float[] biases = new float[scales.length];
      int dimension = in.readInt();
      for (int k = 0; k < scales.length; k++) {
        scales[k] = in.readFloat();
        biases[k] = in.readFloat();
        weights[k] = steps(in.readNBytes(dimension));
      }
      return new Guesses(scales, weights, biases);
    } catch (IOException e) {
      throw new UncheckedIOException("guesses in " + file + " cannot be read", e);
    }
  }

  /** Rounds coefficients, one row a paragraph and one for nothing, the last column the bias. */
  static Guesses quantised(double[][] coefficients) {
    Guesses guesses =
        new Guesses(
            new float[coefficients.length],
            new float[coefficients.length][coefficients[0].length - 1],
            new float[coefficients.length]);
    for (int k = 0; k < coefficients.length; k++) {
      double largest = 1e-9;
      for (int i = 0; i < guesses.weights[k].length; i++) {
        largest = Math.max(largest, Math.abs(coefficients[k][i]));
      }
      guesses.scales[k] = (float) (largest / 127);
      for (int i = 0; i < guesses.weights[k].length; i++) {
        guesses.weights[k][i] = Math.round(coefficients[k][i] / guesses.scales[k]);
      }
      guesses.biases[k] = (float) coefficients[k][guesses.weights[k].length];
    }
    return guesses;
  }

  private static float[] steps(byte[] bytes) {
    float[] steps = new float[bytes.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = bytes[i];
    }
    return steps;
  }

  static String file(Language language) {
    return "guesses." + language.locale().getLanguage() + ".bin";
  }

  /** The logarithm of the probability of each paragraph, then of nothing, none below -20. */
  double[] logarithms(float[] meaning) {
    double[] scores = new double[weights.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Vectors.dot(weights[k], meaning) * scales[k] + biases[k];
      largest = Math.max(largest, scores[k]);
    }
    double total = 0;
    for (double score : scores) {
      total += Math.exp(score - largest);
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.max(LEAST, scores[k] - largest - Math.log(total));
    }
    return scores;
  }

  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(weights.length);
    out.writeInt(weights[0].length);
    for (int k = 0; k < weights.length; k++) {
      out.writeFloat(scales[k]);
      out.writeFloat(biases[k]);
      for (float step : weights[k]) {
        out.writeByte((int) step);
      }
    }
    out.flush();
  }
}
