package org.feewise.notebooks.charts;

/** Words in a drawing. */
final class SvgText {
  private SvgText() {}

  static String at(int x, int y, String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
    return "<text x='%d' y='%d' font-size='13'>%s</text>".formatted(x, y, escaped);
  }
}
