package org.feewise.assistant.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What happens to a paper between the printer and the picture. */
enum Wear {
  CLEAN,
  TURNED_90,
  TURNED_180,
  TURNED_270,
  SKEWED,
  SHADOW,
  BLUR,
  JPEG_40,
  NOISE,
  FADED,
  PERSPECTIVE;

  BufferedImage of(BufferedImage page, long seed) {
    return switch (this) {
      case CLEAN -> page;
      case TURNED_90 -> turned(page, Math.PI / 2, page.getHeight(), page.getWidth());
      case TURNED_180 -> turned(page, Math.PI, page.getWidth(), page.getHeight());
      case TURNED_270 -> turned(page, -Math.PI / 2, page.getHeight(), page.getWidth());
      case SKEWED ->
          turned(
              page,
              Math.toRadians(seed % 2 == 0 ? 3 : -3),
              page.getWidth() + page.getHeight() / 18,
              page.getHeight() + page.getWidth() / 18);
      case SHADOW -> lit(page, (x, y) -> 0.15 + 0.85 * Math.clamp(1.4 * x - 0.5 * y + 0.1, 0, 1));
      case BLUR -> blurred(page);
      case JPEG_40 -> compressed(page, 0.4f);
      case NOISE -> noisy(page, new Random(seed));
      case FADED -> faded(page);
      case PERSPECTIVE -> leaning(page);
    };
  }

  private static BufferedImage turned(BufferedImage page, double angle, int width, int height) {
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(new Color(0x77665A));
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    transform.rotate(angle);
    transform.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    graphics.drawImage(page, transform, null);
    graphics.dispose();
    return turned;
  }

  private interface Light {
    double at(double x, double y);
  }

  private static BufferedImage lit(BufferedImage page, Light light) {
    return each(
        page,
        (x, y, value) ->
            (int) (value * light.at(x / (double) page.getWidth(), y / (double) page.getHeight())));
  }

  private interface Change {
    int of(int x, int y, int value);
  }

  private static BufferedImage each(BufferedImage page, Change change) {
    BufferedImage changed =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int pixel = page.getRGB(x, y);
        int to = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          to |= Math.clamp(change.of(x, y, pixel >> shift & 0xFF), 0, 255) << shift;
        }
        changed.setRGB(x, y, to);
      }
    }
    return changed;
  }

  private static BufferedImage blurred(BufferedImage page) {
    float[] weights = new float[9];
    Arrays.fill(weights, 1 / 9f);
    ConvolveOp blur = new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null);
    return blur.filter(blur.filter(blur.filter(page, null), null), null);
  }

  /** Gaussian, a sixth of the whole range. */
  private static BufferedImage noisy(BufferedImage page, Random random) {
    return each(page, (x, y, value) -> value + (int) (random.nextGaussian() * 40));
  }

  /** Grey on grey, as thermal paper after a summer. */
  private static BufferedImage faded(BufferedImage page) {
    return each(page, (x, y, value) -> 160 + value * 35 / 255);
  }

  /** The top is further away than the bottom. */
  private static BufferedImage leaning(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    BufferedImage leaning = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      double narrow = 0.1 * (height - y) / height;
      double far = y / (double) height;
      int fromY = (int) (height * far * (1 + 0.2 * (1 - far)));
      for (int x = 0; x < width; x++) {
        double fromX = (x - width * narrow) / (1 - 2 * narrow);
        boolean onPaper = fromX >= 0 && fromX < width && fromY < height;
        leaning.setRGB(x, y, onPaper ? page.getRGB((int) fromX, fromY) : 0x505458);
      }
    }
    return leaning;
  }

  private static BufferedImage compressed(BufferedImage page, float quality) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg(page, quality)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG file of the picture. */
  static byte[] jpeg(BufferedImage page, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(page, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
