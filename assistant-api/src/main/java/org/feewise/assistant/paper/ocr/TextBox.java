package org.feewise.assistant.paper.ocr;

/**
 * A rectangle around text, at any angle.
 *
 * @param x its middle
 * @param y its middle
 * @param width along the angle
 * @param height across it
 * @param angle from the x axis, clockwise, in radians, at most a quarter of pi either way
 */
record TextBox(double x, double y, double width, double height, double angle) {
  /** The whole of a picture. */
  static TextBox whole(Pixels picture) {
    return new TextBox(
        picture.width() / 2.0, picture.height() / 2.0, picture.width(), picture.height(), 0);
  }

  double area() {
    return width * height;
  }

  /** Whether the text in it runs down the picture rather than across. */
  boolean isTall() {
    return height > width * 1.5;
  }

  /** The detector is taught to find the core of a line; this is the line. */
  TextBox widened(double ratio) {
    double by = area() * ratio / (width + height);
    return new TextBox(x, y, width + by, height + by, angle);
  }

  TextBox scaled(double byX, double byY) {
    return new TextBox(x * byX, y * byY, width * byX, height * byY, angle);
  }

  /** Where it is once a picture of that size is turned upside down. */
  TextBox halfTurned(Pixels picture) {
    return new TextBox(picture.width() - x, picture.height() - y, width, height, angle);
  }
}
