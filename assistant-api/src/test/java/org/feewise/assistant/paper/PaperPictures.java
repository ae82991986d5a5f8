package org.feewise.assistant.paper;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** JPEG files of unusual kinds. */
final class PaperPictures {
  private PaperPictures() {}

  /** The file with an EXIF part that says how it was held. */
  static byte[] oriented(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] file = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, file, 0, 2);
    System.arraycopy(exif, 0, file, 2, exif.length);
    System.arraycopy(jpeg, 2, file, 2 + exif.length, jpeg.length - 2);
    return file;
  }

  /** As printers' programs save it: four inks, inverted, marked by Adobe. */
  static byte[] cmyk(BufferedImage image) {
    WritableRaster inks =
        Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 4, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        inks.setPixel(x, y, new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 255});
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inks, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return markedByAdobe(file.toByteArray());
  }

  private static byte[] markedByAdobe(byte[] jpeg) {
    byte[] mark = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    byte[] file = Arrays.copyOf(jpeg, jpeg.length + mark.length);
    System.arraycopy(jpeg, 2, file, 2 + mark.length, jpeg.length - 2);
    System.arraycopy(mark, 0, file, 2, mark.length);
    return file;
  }
}
