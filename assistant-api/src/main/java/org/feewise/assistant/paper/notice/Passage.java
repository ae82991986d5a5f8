package org.feewise.assistant.paper.notice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.paper.ocr.TextLine;

/**
 * Text that runs on, over one line or the lines of a paragraph, in the form it is searched in:
 * without spaces, in half-width characters and small letters. Pictures lose spaces and confuse
 * commas; nothing that is searched for depends on them.
 */
final class Passage {
  /** Lines of fewer heights are names and values, not sentences that run on. */
  private static final int SENTENCE = 16;

  private final StringBuilder folded = new StringBuilder();
  private final List<TextLine> lines = new ArrayList<>();
  private final List<Integer> lineOf = new ArrayList<>();
  private final List<Integer> indexOf = new ArrayList<>();

  private Passage(TextLine first) {
    append(first);
  }

  /** The passages of a page, from top to bottom. */
  static List<Passage> of(List<TextLine> lines) {
    List<TextLine> sorted = lines.stream().sorted(Comparator.comparingDouble(TextLine::y)).toList();
    List<Passage> passages = new ArrayList<>();
    for (TextLine line : sorted) {
      passages.reversed().stream()
          .filter(passage -> passage.runsOnTo(line))
          .findFirst()
          .ifPresentOrElse(passage -> passage.append(line), () -> passages.add(new Passage(line)));
    }
    passages.removeIf(passage -> passage.folded.isEmpty());
    return passages;
  }

  private boolean runsOnTo(TextLine next) {
    TextLine last = lines.getLast();
    double down = next.y() - last.y();
    boolean isSentence = last.width() >= last.height() * SENTENCE && isLong(last.text());
    boolean ended = folded.length() > 0 && "。.:;".indexOf(folded.charAt(folded.length() - 1)) >= 0;
    return isSentence
        && !ended
        && down > last.height() * 0.6
        && down < last.height() * 2.2
        && Math.abs(next.x() - last.x()) < last.height() * 3
        && next.right() < last.right() + last.height() * 3
        && Math.abs(next.height() - last.height()) < last.height() * 0.4;
  }

  /** Long enough, in either script, to be more than a title. */
  private static boolean isLong(String line) {
    long han = line.codePoints().filter(Character::isIdeographic).count();
    return han >= 12 || line.length() >= 42;
  }

  private void append(TextLine line) {
    lines.add(line);
    String text = line.text();
    for (int i = 0; i < text.length(); i++) {
      String one = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKC);
      for (char c : one.toLowerCase(Locale.ROOT).toCharArray()) {
        if (!Character.isWhitespace(c)) {
          folded.append(c == '〔' || c == '【' ? '[' : c == '〕' || c == '】' ? ']' : c);
          lineOf.add(lines.size() - 1);
          indexOf.add(i);
        }
      }
    }
  }

  String text() {
    return folded.toString();
  }

  double height() {
    return lines.getFirst().height();
  }

  TextLine lineAt(int index) {
    return lines.get(lineOf.get(Math.min(index, lineOf.size() - 1)));
  }

  /** How far right a character stands, taking all of a line to be as wide. */
  double xAt(int index) {
    int at = Math.min(index, lineOf.size() - 1);
    TextLine line = lineAt(at);
    double share = (indexOf.get(at) + (index > at ? 1 : 0)) / (double) line.text().length();
    return line.x() + share * line.width();
  }

  /** The characters as they stand on the paper, lines joined by a space. */
  String original(int start, int end) {
    StringBuilder found = new StringBuilder();
    for (int from = start; from < end; ) {
      int line = lineOf.get(from);
      int to = from;
      while (to + 1 < end && lineOf.get(to + 1) == line) {
        to++;
      }
      found.append(found.isEmpty() ? "" : " ");
      found.append(lines.get(line).text(), indexOf.get(from), indexOf.get(to) + 1);
      from = to + 1;
    }
    return found.toString().strip();
  }
}
