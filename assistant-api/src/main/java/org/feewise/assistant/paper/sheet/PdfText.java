package org.feewise.assistant.paper.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.feewise.assistant.paper.ocr.TextLine;

/** The text of one page of a PDF with the places where it stands. */
final class PdfText extends PDFTextStripper {
  /** Words further apart than this many heights are columns. */
  private static final double GAP = 1.2;

  private final List<TextLine> words = new ArrayList<>();

  private PdfText() {
    setSortByPosition(true);
  }

  /**
   * @param page from 1
   */
  static List<TextLine> of(PDDocument document, int page) throws IOException {
    PdfText text = new PdfText();
    text.setStartPage(page);
    text.setEndPage(page);
    text.writeText(document, new StringWriter());
    return text.lines();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (positions.isEmpty() || text.isBlank()) {
      return;
    }
    TextPosition first = positions.getFirst();
    TextPosition last = positions.getLast();
    double height = Math.max(1, first.getFontSizeInPt());
    double x = first.getXDirAdj();
    double width = last.getXDirAdj() + last.getWidthDirAdj() - x;
    words.add(new TextLine(text.strip(), 1, x, first.getYDirAdj() - height / 3, width, height));
  }

  private List<TextLine> lines() {
    List<TextLine> lines = new ArrayList<>();
    words.sort(
        Comparator.comparingLong((TextLine word) -> Math.round(word.y() / 3))
            .thenComparingDouble(TextLine::x));
    for (TextLine word : words) {
      TextLine before = lines.isEmpty() ? null : lines.getLast();
      if (before != null && goesOn(before, word)) {
        lines.set(lines.size() - 1, joined(before, word));
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  private static boolean goesOn(TextLine before, TextLine word) {
    double gap = word.x() - before.right();
    return Math.abs(word.y() - before.y()) < before.height() * 0.5
        && gap > -before.height()
        && gap < before.height() * GAP;
  }

  private static TextLine joined(TextLine before, TextLine word) {
    return new TextLine(
        before.text() + " " + word.text(),
        1,
        before.x(),
        before.y(),
        word.right() - before.x(),
        Math.max(before.height(), word.height()));
  }
}
