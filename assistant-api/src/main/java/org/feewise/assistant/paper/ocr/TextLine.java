package org.feewise.assistant.paper.ocr;

/**
 * A piece of text as it stands on an upright page.
 *
 * @param text what was read
 * @param sure how sure the reading is, 0 to 1
 * @param x its left edge, in pixels of the page
 * @param y its middle, in pixels of the page
 * @param width in pixels
 * @param height in pixels
 */
public record TextLine(String text, double sure, double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  /** The same line further down. */
  public TextLine lowered(double by) {
    return new TextLine(text, sure, x, y + by, width, height);
  }
}
