package org.feewise.assistant.paper.ocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A picture as rows of 0xRRGGBB. */
final class Pixels {
  private final int width;
  private final int height;
  private final int[] rgb;

  private Pixels(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** A picture of any kind, what is transparent being white. */
  static Pixels of(BufferedImage image) {
    return scaled(image, image.getWidth(), image.getHeight());
  }

  private static Pixels scaled(BufferedImage image, int width, int height) {
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = plain.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return new Pixels(width, height, ((DataBufferInt) plain.getRaster().getDataBuffer()).getData());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Turned by a quarter, clockwise. */
  Pixels quarterTurned() {
    int[] turned = new int[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + height - 1 - y] = rgb[y * width + x];
      }
    }
    return new Pixels(height, width, turned);
  }

  /** Upside down. */
  Pixels halfTurned() {
    int[] turned = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      turned[rgb.length - 1 - i] = rgb[i];
    }
    return new Pixels(width, height, turned);
  }

  /**
   * What lies in a box, laid straight and brought to a size, as planes of blue, green and red.
   *
   * @param mean taken off each value of 0 to 1, by plane
   * @param deviation what the difference is divided by, by plane
   */
  float[] planes(TextBox box, int toWidth, int toHeight, float[] mean, float[] deviation) {
    return planes(box, toWidth, toHeight, toWidth, mean, deviation);
  }

  /** The same with the planes {@code planeWidth} wide, zero right of the box. */
  float[] planes(
      TextBox box, int toWidth, int toHeight, int planeWidth, float[] mean, float[] deviation) {
    double cos = Math.cos(box.angle());
    double sin = Math.sin(box.angle());
    double stepX = box.width() / toWidth;
    double stepY = box.height() / toHeight;
    int samples = (int) Math.clamp(Math.ceil(Math.max(stepX, stepY)), 1, 4);
    float[] planes = new float[3 * planeWidth * toHeight];
    double[] sum = new double[3];
    for (int row = 0; row < toHeight; row++) {
      for (int column = 0; column < toWidth; column++) {
        sum[0] = sum[1] = sum[2] = 0;
        for (int sample = 0; sample < samples * samples; sample++) {
          double acrossBox =
              (column + (sample % samples + 0.5) / samples) * stepX - box.width() / 2;
          double downBox = (row + (sample / samples + 0.5) / samples) * stepY - box.height() / 2;
          add(
              box.x() + acrossBox * cos - downBox * sin - 0.5,
              box.y() + acrossBox * sin + downBox * cos - 0.5,
              sum);
        }
        for (int plane = 0; plane < 3; plane++) {
          double value = sum[plane] / (samples * samples) / 255;
          planes[(plane * toHeight + row) * planeWidth + column] =
              (float) ((value - mean[plane]) / deviation[plane]);
        }
      }
    }
    return planes;
  }

  /** Adds blue, green and red at a place between pixels; outside lies the nearest pixel. */
  private void add(double x, double y, double[] sum) {
    double inX = Math.clamp(x, 0, width - 1);
    double inY = Math.clamp(y, 0, height - 1);
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double shareX = inX - left;
    double shareY = inY - top;
    add(rgb[top * width + left], (1 - shareX) * (1 - shareY), sum);
    add(rgb[top * width + right], shareX * (1 - shareY), sum);
    add(rgb[bottom * width + left], (1 - shareX) * shareY, sum);
    add(rgb[bottom * width + right], shareX * shareY, sum);
  }

  private static void add(int pixel, double share, double[] sum) {
    sum[0] += share * (pixel & 0xFF);
    sum[1] += share * (pixel >> 8 & 0xFF);
    sum[2] += share * (pixel >> 16 & 0xFF);
  }
}
