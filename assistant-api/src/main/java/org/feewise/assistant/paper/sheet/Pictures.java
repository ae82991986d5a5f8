package org.feewise.assistant.paper.sheet;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.feewise.assistant.paper.sheet.UnreadableFileException.Reason;

/** Decodes pictures: never more of them than is needed to read, and the right way up. */
final class Pictures {
  static final int LONGEST_SIDE = 2_400;

  /** More than any telephone takes; a file of a few bytes can claim any size. */
  static final long MOST_PIXELS = 64_000_000;

  /** WebP is decoded whole before it is made smaller. */
  private static final long MOST_WEBP_PIXELS = 25_000_000;

  static {
    // by hand: the scan for plug-ins depends on who asks first and through which class loader
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(new JPEGImageReaderSpi());
    registry.registerServiceProvider(new WebPImageReaderSpi());
  }

  private Pictures() {}

  static BufferedImage open(byte[] file, FileKind kind) throws UnreadableFileException {
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
      if (!readers.hasNext()) {
        throw new UnreadableFileException(Reason.OTHER_KIND);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return upright(decode(reader, kind), orientation(file));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(Reason.BROKEN_PICTURE);
    }
  }

  private static BufferedImage decode(ImageReader reader, FileKind kind)
      throws IOException, UnreadableFileException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > (kind == FileKind.WEBP ? MOST_WEBP_PIXELS : MOST_PIXELS)) {
      throw new UnreadableFileException(Reason.TOO_MANY_PIXELS);
    }
    int step = Math.max(1, (int) (Math.max(width, height) / (2 * LONGEST_SIDE)));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  /** The EXIF orientation, 1 to 8; 1 where there is none. */
  private static int orientation(byte[] file) {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
      ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? 1
          : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
    } catch (IOException | ImageProcessingException | MetadataException | RuntimeException e) {
      return 1;
    }
  }

  /** Laid as its orientation says and no longer than needed. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(width, height));
    boolean onItsSide = orientation >= 5 && orientation <= 8;
    int toWidth = Math.max(1, (int) ((onItsSide ? height : width) * scale));
    int toHeight = Math.max(1, (int) ((onItsSide ? width : height) * scale));
    AffineTransform transform = AffineTransform.getScaleInstance(scale, scale);
    transform.concatenate(laid(orientation, width, height));
    BufferedImage upright = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = upright.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, toWidth, toHeight);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return upright;
  }

  /** Exif 2.32, tag 0x0112: which edge of the picture is the top, and whether it is mirrored. */
  private static AffineTransform laid(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
