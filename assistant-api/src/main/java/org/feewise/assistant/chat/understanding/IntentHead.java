package org.feewise.assistant.chat.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import smile.util.SparseArray;

/**
 * A linear classifier from features to the probability of each intent, its weights kept as bytes.
 *
 * @param fingerprint of the utterances it learnt from
 * @param temperature divides the scores so that probabilities are as often right as they say
 * @param scales what one step of a weight of each intent is worth
 * @param weights one row an intent, the last column its bias; the last intent has none, the others
 *     are measured against it
 */
record IntentHead(String fingerprint, double temperature, float[] scales, byte[][] weights) {

  /** Reads the head that ships for a language. */
  static IntentHead of(Language language) {
    String file = "head." + language.code() + ".bin";
    try (InputStream stream = IntentHead.class.getResourceAsStream(file)) {
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("intent head " + file + " cannot be read", e);
    }
  }

  /** Rounds the coefficients of a trained model, one row an intent. */
  static IntentHead quantised(String fingerprint, double temperature, double[][] coefficients) {
    float[] scales = new float[coefficients.length];
    byte[][] weights = new byte[coefficients.length][coefficients[0].length];
    for (int k = 0; k < coefficients.length; k++) {
      double largest = 1e-9;
      for (double w : coefficients[k]) {
        largest = Math.max(largest, Math.abs(w));
      }
      scales[k] = (float) (largest / 127);
      for (int i = 0; i < coefficients[k].length; i++) {
        weights[k][i] = (byte) Math.round(coefficients[k][i] / scales[k]);
      }
    }
    return new IntentHead(fingerprint, temperature, scales, weights);
  }

  /** The probability of each intent, in the order of the enum. */
  double[] probabilities(SparseArray features) {
    double[] scores = new double[weights.length + 1];
    for (int k = 0; k < weights.length; k++) {
      byte[] row = weights[k];
      double[] sum = {row[row.length - 1]};
      features.forEach((i, x) -> sum[0] += row[i] * x);
      scores[k] = sum[0] * scales[k] / temperature;
    }
    return softmax(scores);
  }

  static double[] softmax(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double total = 0;
    double[] probabilities = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] = Math.exp(scores[k] - largest);
      total += probabilities[k];
    }
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] /= total;
    }
    return probabilities;
  }

  void write(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream))) {
      out.writeUTF(fingerprint);
      out.writeDouble(temperature);
      out.writeInt(weights.length);
      out.writeInt(weights[0].length);
      for (int k = 0; k < weights.length; k++) {
        out.writeFloat(scales[k]);
        out.write(weights[k]);
      }
    }
  }

  private static IntentHead read(InputStream stream) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream))) {
      String fingerprint = in.readUTF();
      double temperature = in.readDouble();
      float[] scales = new float[in.readInt()];
      byte[][] weights = new byte[scales.length][in.readInt()];
      for (int k = 0; k < scales.length; k++) {
        scales[k] = in.readFloat();
        in.readFully(weights[k]);
      }
      return new IntentHead(fingerprint, temperature, scales, weights);
    }
  }
}
