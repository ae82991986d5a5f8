package org.feewise.assistant.paper.notice;

import org.feewise.assistant.paper.ocr.TextLine;

/** A stretch of a passage. */
record Spot(Passage passage, int start, int end) {
  double left() {
    return passage.xAt(start);
  }

  double right() {
    return passage.lineAt(start) == passage.lineAt(end - 1)
        ? passage.xAt(end - 1) + height() * 0.5
        : passage.lineAt(start).right();
  }

  TextLine line() {
    return passage.lineAt(start);
  }

  double y() {
    return line().y();
  }

  double height() {
    return line().height();
  }

  boolean overlaps(Spot other) {
    return passage == other.passage && start < other.end && other.start < end;
  }

  boolean isOnRowOf(Spot other) {
    return Math.abs(y() - other.y()) < 0.6 * Math.max(height(), other.height());
  }

  String text() {
    return passage.text().substring(start, end);
  }

  String original() {
    return passage.original(start, end);
  }
}
