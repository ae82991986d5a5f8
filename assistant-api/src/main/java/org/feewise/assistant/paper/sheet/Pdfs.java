package org.feewise.assistant.paper.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.feewise.assistant.paper.ocr.TextLine;
import org.feewise.assistant.paper.sheet.UnreadableFileException.Reason;

/** Opens the first pages of a PDF: as its text where it has any, else as a picture. */
final class Pdfs {
  private static final int MOST_PAGES = 3;

  /** Fewer characters are a stamp or a page number on a scan. */
  private static final int LEAST_TEXT = 20;

  private static final float SHARP = 200 / 72f;

  private Pdfs() {}

  static List<Sheet> open(byte[] file) throws UnreadableFileException {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      List<Sheet> sheets = new ArrayList<>();
      for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
        sheets.add(sheet(document, page));
      }
      return sheets;
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException(Reason.ENCRYPTED_PDF);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(Reason.BROKEN_PDF);
    }
  }

  private static Sheet sheet(PDDocument document, int page)
      throws IOException, UnreadableFileException {
    List<TextLine> lines = PdfText.of(document, page + 1);
    if (lines.stream().mapToInt(line -> line.text().length()).sum() >= LEAST_TEXT) {
      return new Sheet.Text(lines);
    }
    PDPage drawn = document.getPage(page);
    refuseHugePictures(drawn);
    float longest = Math.max(drawn.getCropBox().getWidth(), drawn.getCropBox().getHeight());
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    float scale = Math.min(SHARP, Pictures.LONGEST_SIDE / Math.max(1, longest));
    return new Sheet.Picture(renderer.renderImage(page, scale));
  }

  private static void refuseHugePictures(PDPage page) throws IOException, UnreadableFileException {
    if (page.getResources() == null) {
      return;
    }
    for (COSName name : page.getResources().getXObjectNames()) {
      if (page.getResources().getXObject(name) instanceof PDImageXObject image
          && (long) image.getWidth() * image.getHeight() > Pictures.MOST_PIXELS) {
        throw new UnreadableFileException(Reason.TOO_MANY_PIXELS);
      }
    }
  }
}
