package org.feewise.assistant.paper.ocr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the characters of one line: PP-OCR's recognizer, decoded greedily (CTC). */
final class CharacterReader {
  /** What was read, and the mean of how sure each character is. */
  record Reading(String text, double sure) {}

  private static final int HEIGHT = 48;
  private static final int WIDEST = 3_200;
  private static final float[] HALF = {0.5f, 0.5f, 0.5f};

  private final Network network = Network.load("ch_PP-OCRv4_rec_infer.onnx");
  private final List<String> characters = characters();

  /** The nothing between characters, the listed ones, and the space. */
  private static List<String> characters() {
    List<String> all = new ArrayList<>(List.of(""));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Network.resource("ppocr_keys_v1.txt"), StandardCharsets.UTF_8))) {
      lines.lines().forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.add(" ");
    return all;
  }

  Reading read(Pixels picture, TextBox box) {
    int width =
        (int) Math.clamp(Math.round(HEIGHT * box.width() / box.height()), HEIGHT / 2, WIDEST);
    float[] planes = picture.planes(box, width, HEIGHT, HALF, HALF);
    return decode(network.run(planes, HEIGHT, width));
  }

  private Reading decode(Network.Output output) {
    int classes = (int) output.shape()[2];
    StringBuilder text = new StringBuilder();
    double sum = 0;
    int count = 0;
    int before = 0;
    for (int from = 0; from < output.values().length; from += classes) {
      int best = best(output.values(), from, classes);
      if (best != 0 && best != before) {
        text.append(characters.get(best));
        sum += output.values()[from + best];
        count++;
      }
      before = best;
    }
    return new Reading(text.toString(), count == 0 ? 0 : sum / count);
  }

  private static int best(float[] values, int from, int classes) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
