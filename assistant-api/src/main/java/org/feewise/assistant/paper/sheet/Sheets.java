package org.feewise.assistant.paper.sheet;

import java.util.List;
import javax.imageio.ImageIO;

/** The sides of paper in a file. */
public final class Sheets {
  static {
    // pictures inside a PDF, too, are decoded without a file beside them
    ImageIO.setUseCache(false);
  }

  private Sheets() {}

  /**
   * @throws UnreadableFileException when the file is no JPEG, PNG, WebP or PDF that can be read
   */
  public static List<Sheet> open(byte[] file) throws UnreadableFileException {
    FileKind kind = FileKind.of(file);
    return kind == FileKind.PDF
        ? Pdfs.open(file)
        : List.of(new Sheet.Picture(Pictures.open(file, kind)));
  }
}
