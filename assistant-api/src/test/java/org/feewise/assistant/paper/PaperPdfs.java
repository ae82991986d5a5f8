package org.feewise.assistant.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs as offices send them and scanners make them. */
public final class PaperPdfs {
  private interface Page {
    void draw(PDDocument document, PDPageContentStream ink) throws IOException;
  }

  private PaperPdfs() {}

  /** Lines of plain Latin text; other characters become question marks. */
  public static byte[] ofText(String... lines) {
    return file(
        (document, ink) -> {
          ink.beginText();
          ink.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
          ink.newLineAtOffset(60, 720);
          for (String line : lines) {
            ink.showText(line.replaceAll("[^\\x20-\\x7e]", "?"));
            ink.newLineAtOffset(0, -30);
          }
          ink.endText();
        },
        null);
  }

  static byte[] ofPicture(BufferedImage image) {
    return file(
        (document, ink) ->
            ink.drawImage(
                LosslessFactory.createFromImage(document, image),
                20,
                300,
                560,
                560f * image.getHeight() / image.getWidth()),
        null);
  }

  /** As a scanner makes them. */
  static byte[] ofJpeg(byte[] jpeg) {
    return file(
        (document, ink) ->
            ink.drawImage(JPEGFactory.createFromByteArray(document, jpeg), 20, 300, 560, 130),
        null);
  }

  static byte[] withPassword() {
    return file((document, ink) -> {}, "secret");
  }

  private static byte[] file(Page page, String password) {
    try (PDDocument document = new PDDocument()) {
      PDPage sheet = new PDPage();
      document.addPage(sheet);
      try (PDPageContentStream ink = new PDPageContentStream(document, sheet)) {
        page.draw(document, ink);
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
