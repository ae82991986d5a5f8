package org.feewise.assistant.paper.ocr;

import java.util.Comparator;
import java.util.List;

/** Lets the longest lines of a picture vote whether it is upside down: PP-OCR's classifier. */
final class UprightVote {
  private static final int WIDTH = 192;
  private static final int HEIGHT = 48;
  private static final int VOTERS = 12;
  private static final float[] HALF = {0.5f, 0.5f, 0.5f};

  private final Network network = Network.load("ch_ppocr_mobile_v2.0_cls_infer.onnx");

  boolean isUpsideDown(Pixels picture, List<TextBox> boxes) {
    double sum =
        boxes.stream()
            .sorted(Comparator.comparingDouble(TextBox::width).reversed())
            .limit(VOTERS)
            .mapToDouble(box -> upsideDown(picture, box) - 0.5)
            .sum();
    return sum > 0;
  }

  private double upsideDown(Pixels picture, TextBox box) {
    int width = (int) Math.clamp(Math.round(HEIGHT * box.width() / box.height()), 1, WIDTH);
    float[] planes = picture.planes(box, width, HEIGHT, WIDTH, HALF, HALF);
    return network.run(planes, HEIGHT, WIDTH).values()[1];
  }
}
