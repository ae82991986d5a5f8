package org.feewise.assistant.chat.policy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.feewise.assistant.chat.understanding.Language;

/**
 * What the questions of the documents mean, worked out beforehand and kept as bytes, so that a
 * start need not wait for it.
 *
 * @param fingerprint of the documents
 * @param rows a vector a question, in the order of the documents
 */
record Meanings(String fingerprint, byte[][] rows) {

  /**
   * Reads the meanings that ship for documents.
   *
   * @throws IllegalStateException where they are of other documents
   */
  static Meanings of(PolicyDocuments documents) {
    String file = file(documents.language());
    try (InputStream stream = Meanings.class.getResourceAsStream(file)) {
      Meanings meanings = read(stream);
      if (!meanings.fingerprint.equals(documents.fingerprint())) {
        throw new IllegalStateException(
            file + " is of other documents; make them anew as docs/policy-library.md says");
      }
      return meanings;
    } catch (IOException e) {
      throw new UncheckedIOException("meanings in " + file + " cannot be read", e);
    }
  }

  static Meanings of(PolicyDocuments documents, Function<String, float[]> embedding) {
    List<String> questions = documents.questions();
    byte[][] rows = new byte[questions.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = quantised(embedding.apply(questions.get(i)));
    }
    return new Meanings(documents.fingerprint(), rows);
  }

  static String file(Language language) {
    return "meanings." + language.locale().getLanguage() + ".bin";
  }

  /** The vectors of some rows, each of length one. */
  float[][] vectors(int first, int count) {
    float[][] vectors = new float[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = vector(first + i);
    }
    return vectors;
  }

  private float[] vector(int row) {
    double norm = 0;
    for (byte b : rows[row]) {
      norm += b * b;
    }
    float scale = (float) (1 / Math.sqrt(norm));
    float[] vector = new float[rows[row].length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = rows[row][i] * scale;
    }
    return vector;
  }

  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeUTF(fingerprint);
    out.writeInt(rows.length);
    out.writeInt(rows[0].length);
    for (byte[] row : rows) {
      out.write(row);
    }
    out.flush();
  }

  private static Meanings read(InputStream stream) throws IOException {
    try (DataInputStream in = new DataInputStream(stream)) {
      String fingerprint = in.readUTF();
      byte[][] rows = new byte[in.readInt()][];
      int dimension = in.readInt();
      for (int i = 0; i < rows.length; i++) {
        rows[i] = in.readNBytes(dimension);
      }
      return new Meanings(fingerprint, rows);
    }
  }

  private static byte[] quantised(float[] vector) {
    float largest = 1e-9f;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    byte[] row = new byte[vector.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) Math.round(vector[i] / largest * 127);
    }
    return row;
  }
}
