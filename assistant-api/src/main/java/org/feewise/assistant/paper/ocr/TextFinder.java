package org.feewise.assistant.paper.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where text stands in a picture: PP-OCR's detector, which says of each pixel how likely it
 * is the core of a line (Liao et al., Real-time Scene Text Detection with Differentiable
 * Binarization, 2020).
 */
final class TextFinder {
  private static final int LONGEST_SIDE = 1_280;
  private static final int STEP = 32;
  private static final float CORE = 0.3f;
  private static final double SURE = 0.5;
  private static final double WIDENING = 1.6;
  private static final double THINNEST = 3;
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final Network network = Network.load("ch_PP-OCRv4_det_infer.onnx");

  List<TextBox> boxes(Pixels picture) {
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(picture.width(), picture.height()));
    int width = stepped(picture.width() * scale);
    int height = stepped(picture.height() * scale);
    float[] planes = picture.planes(TextBox.whole(picture), width, height, MEAN, DEVIATION);
    float[] likely = network.run(planes, height, width).values();
    double byX = picture.width() / (double) width;
    double byY = picture.height() / (double) height;
    return new Cores(likely, width, height)
        .boxes().stream().map(box -> box.widened(WIDENING).scaled(byX, byY)).toList();
  }

  private static int stepped(double length) {
    return Math.max(STEP, (int) Math.round(length / STEP) * STEP);
  }

  /** The pixels that are the core of a line, gathered into lines. */
  private static final class Cores {
    private final float[] likely;
    private final int width;
    private final int height;
    private final boolean[] seen;

    Cores(float[] likely, int width, int height) {
      this.likely = likely;
      this.width = width;
      this.height = height;
      this.seen = new boolean[likely.length];
    }

    List<TextBox> boxes() {
      List<TextBox> boxes = new ArrayList<>();
      int[] queue = new int[likely.length];
      for (int start = 0; start < likely.length; start++) {
        if (likely[start] > CORE && !seen[start]) {
          int size = gather(start, queue);
          TextBox box = SmallestBox.around(outline(queue, size));
          if (Math.min(box.width(), box.height()) >= THINNEST && mean(queue, size) >= SURE) {
            boxes.add(box);
          }
        }
      }
      return boxes;
    }

    /** Puts all pixels that hang together with one into the queue. */
    private int gather(int start, int[] queue) {
      int size = 0;
      seen[start] = true;
      queue[size++] = start;
      for (int next = 0; next < size; next++) {
        int x = queue[next] % width;
        int y = queue[next] / width;
        for (int nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
          for (int nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
            int near = nearY * width + nearX;
            if (likely[near] > CORE && !seen[near]) {
              seen[near] = true;
              queue[size++] = near;
            }
          }
        }
      }
      return size;
    }

    /** The first and the last pixel of each row. */
    private List<SmallestBox.Point> outline(int[] pixels, int size) {
      int[] left = new int[height];
      int[] right = new int[height];
      java.util.Arrays.fill(left, Integer.MAX_VALUE);
      java.util.Arrays.fill(right, -1);
      int top = height;
      int bottom = -1;
      for (int i = 0; i < size; i++) {
        int x = pixels[i] % width;
        int y = pixels[i] / width;
        left[y] = Math.min(left[y], x);
        right[y] = Math.max(right[y], x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      List<SmallestBox.Point> points = new ArrayList<>();
      for (int y = top; y <= bottom; y++) {
        points.add(new SmallestBox.Point(left[y] + 0.5, y + 0.5));
        points.add(new SmallestBox.Point(right[y] + 0.5, y + 0.5));
      }
      return points;
    }

    private double mean(int[] pixels, int size) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += likely[pixels[i]];
      }
      return sum / size;
    }
  }
}
