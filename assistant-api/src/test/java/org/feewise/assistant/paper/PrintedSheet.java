package org.feewise.assistant.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Paper to print a made notice on. */
final class PrintedSheet {
  private static final List<String> CHINESE_FONTS =
      Stream.of("Noto Sans CJK SC", "Noto Serif CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN")
          .filter(List.of(fonts())::contains)
          .toList();

  private final BufferedImage image;
  private final Graphics2D ink;
  private final String family;
  private int y = 40;

  PrintedSheet(int width, int height, String family) {
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.family = family;
    ink = image.createGraphics();
    ink.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    ink.setColor(Color.WHITE);
    ink.fillRect(0, 0, width, height);
    ink.setColor(Color.BLACK);
  }

  private static String[] fonts() {
    return java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
  }

  /** The n-th font that has Chinese; where none is installed, the test is skipped, and says so. */
  static String font(int number) {
    if (CHINESE_FONTS.isEmpty()) {
      String reason = "no Chinese font: no paper was printed (Debian: apt install fonts-noto-cjk)";
      System.out.println("SKIPPED " + reason);
      assertThat(System.getenv("FEEWISE_REQUIRE_BROWSER")).as(reason).isNotEqualTo("true");
      Assumptions.abort(reason);
    }
    return CHINESE_FONTS.get(number % CHINESE_FONTS.size());
  }

  /** A page with these lines of Chinese or English, one under the other. */
  static BufferedImage of(String... lines) {
    PrintedSheet sheet = new PrintedSheet(1_000, 120 + 60 * lines.length, font(0));
    for (String line : lines) {
      sheet.put(60, 26, line).down(60);
    }
    return sheet.image();
  }

  PrintedSheet colour(int rgb) {
    ink.setColor(new Color(rgb));
    return this;
  }

  PrintedSheet paper(int rgb) {
    Color kept = ink.getColor();
    ink.setColor(new Color(rgb));
    ink.fillRect(0, 0, image.getWidth(), image.getHeight());
    ink.setColor(kept);
    return this;
  }

  PrintedSheet down(int by) {
    y += by;
    return this;
  }

  int y() {
    return y;
  }

  PrintedSheet at(int line) {
    y = line;
    return this;
  }

  /** Writes at that place of the line without moving down. */
  PrintedSheet put(int x, int size, String text) {
    ink.setFont(new Font(family, Font.PLAIN, size));
    ink.drawString(text, x, y + size);
    return this;
  }

  PrintedSheet bold(int x, int size, String text) {
    ink.setFont(new Font(family, Font.BOLD, size));
    ink.drawString(text, x, y + size);
    return this;
  }

  PrintedSheet right(int edge, int size, String text) {
    ink.setFont(new Font(family, Font.PLAIN, size));
    return put(edge - ink.getFontMetrics().stringWidth(text), size, text);
  }

  PrintedSheet middle(int size, String text) {
    ink.setFont(new Font(family, Font.BOLD, size));
    int x = (image.getWidth() - ink.getFontMetrics().stringWidth(text)) / 2;
    ink.drawString(text, x, y + size);
    return down(size + size / 2);
  }

  /** Writes text in lines of at most that many pixels and moves below it. */
  PrintedSheet prose(int x, int width, int size, String text) {
    ink.setFont(new Font(family, Font.PLAIN, size));
    StringBuilder line = new StringBuilder();
    for (String word : pieces(text)) {
      if (ink.getFontMetrics().stringWidth(line + word) > width) {
        put(x, size, line.toString()).down(size * 3 / 2);
        line.setLength(0);
      }
      line.append(word);
    }
    return put(x, size, line.toString()).down(size * 3 / 2);
  }

  /** Words of Latin letters and numbers stay whole. */
  private static List<String> pieces(String text) {
    return Arrays.asList(text.split("(?<=[^\\x21-\\x7e])|(?<=[\\x21-\\x7e])(?=[^\\x21-\\x7e])"));
  }

  PrintedSheet rule(int fromX, int toX) {
    ink.setStroke(new BasicStroke(2));
    ink.drawLine(fromX, y, toX, y);
    return this;
  }

  PrintedSheet box(int x, int top, int width, int height) {
    ink.setStroke(new BasicStroke(2));
    ink.drawRect(x, top, width, height);
    return this;
  }

  /** Squares like those of a QR code. */
  PrintedSheet code(int x, int size, java.util.Random random) {
    int cell = size / 25;
    for (int i = 0; i < 625; i++) {
      if (random.nextBoolean()) {
        ink.fillRect(x + i % 25 * cell, y + i / 25 * cell, cell, cell);
      }
    }
    return this;
  }

  BufferedImage image() {
    ink.dispose();
    return image;
  }
}
