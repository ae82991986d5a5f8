package org.feewise.assistant.paper.sheet;

import java.awt.image.BufferedImage;
import java.util.List;
import org.feewise.assistant.paper.ocr.TextLine;

/** One side of paper. */
public sealed interface Sheet {
  /** A picture that has yet to be read. */
  record Picture(BufferedImage image) implements Sheet {}

  /** Text that needs no reading. */
  record Text(List<TextLine> lines) implements Sheet {}
}
