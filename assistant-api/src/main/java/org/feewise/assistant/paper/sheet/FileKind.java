package org.feewise.assistant.paper.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feewise.assistant.paper.sheet.UnreadableFileException.Reason;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
  JPEG,
  PNG,
  WEBP,
  PDF;

  private static final int PDF_MARK_WITHIN = 1_024;

  /** Brands of the pictures, one or several in a file, that phones keep like films. */
  private static final List<String> PICTURES =
      List.of("hei", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  static FileKind of(byte[] file) throws UnreadableFileException {
    if (file.length == 0) {
      throw new UnreadableFileException(Reason.EMPTY);
    }
    String start =
        new String(file, 0, Math.min(file.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FF\u00D8\u00FF")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n")) {
      return PNG;
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (start.contains("%PDF-")) {
      return PDF;
    }
    throw new UnreadableFileException(unread(start));
  }

  private static Reason unread(String start) {
    if (start.startsWith("GIF8")) {
      return Reason.GIF;
    }
    if (start.startsWith("ftyp", 4)) {
      return PICTURES.stream().anyMatch(brand -> start.startsWith(brand, 8))
          ? Reason.HEIC
          : Reason.VIDEO;
    }
    boolean video = start.startsWith("\u001AE\u00DF\u00A3") || start.startsWith("RIFF");
    return video ? Reason.VIDEO : Reason.OTHER_KIND;
  }
}
