package org.feewise.assistant.bills.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells Chinese text in GB18030 (or GBK, or GB2312) from text in any other encoding by the order of
 * its bytes.
 *
 * <p>A western letter with an accent and a plain letter behind it also make a pair of GBK, but a
 * rare one; the characters of everyday Chinese are pairs of two high bytes (GB 2312-1980).
 */
final class Gb18030Text {
  private static final int ASCII_END = 0x80;
  private static final int HIGH = 0xa1;

  private final InputStream in;
  private long everyday;
  private long rare;

  private Gb18030Text(InputStream in) {
    this.in = in;
  }

  /** Whether every byte of the file is in its place and most characters are everyday Chinese. */
  static boolean stands(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new Gb18030Text(in).isChinese();
    }
  }

  private boolean isChinese() throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      if (first >= ASCII_END && !isCharacter(first)) {
        return false;
      }
    }
    return everyday > rare;
  }

  private boolean isCharacter(int first) throws IOException {
    int second = in.read();
    if (isDigit(second)) {
      rare++;
      return isLead(first) && isLead(in.read()) && isDigit(in.read());
    }
    if (first >= HIGH && second >= HIGH) {
      everyday++;
    } else {
      rare++;
    }
    return isLead(first) && second >= 0x40 && second <= 0xfe && second != 0x7f;
  }

  private static boolean isLead(int value) {
    return value > ASCII_END && value <= 0xfe;
  }

  private static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }
}
