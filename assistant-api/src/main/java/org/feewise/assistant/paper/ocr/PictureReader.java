package org.feewise.assistant.paper.ocr;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the lines of text in a picture, whichever way up it was taken. Nothing of the picture
 * leaves the memory of this process.
 */
public final class PictureReader {
  private static final double LEAST_SURE = 0.5;
  private static final int MOST_BOXES = 400;

  /** What is read worse than this on the whole may stand on its head. */
  private static final double DOUBTFUL = 0.75;

  private final TextFinder finder = new TextFinder();
  private final UprightVote vote = new UprightVote();
  private final CharacterReader reader = new CharacterReader();

  /**
   * The lines from top to bottom, in the coordinates of the page laid upright and straight.
   *
   * @throws ReadingTooLongException when the deadline passes
   */
  public List<TextLine> read(BufferedImage image, Deadline deadline) {
    Pixels picture = Pixels.of(image);
    List<TextBox> boxes = finder.boxes(picture);
    deadline.check();
    if (runsDown(boxes)) {
      picture = picture.quarterTurned();
      boxes = finder.boxes(picture);
      deadline.check();
    }
    if (boxes.size() > MOST_BOXES) {
      boxes =
          boxes.stream()
              .sorted(Comparator.comparingDouble(TextBox::area).reversed())
              .limit(MOST_BOXES)
              .toList();
    }
    if (vote.isUpsideDown(picture, boxes)) {
      boxes = halfTurned(boxes, picture);
      picture = picture.halfTurned();
    }
    List<TextLine> lines = lines(picture, boxes, deadline);
    if (!boxes.isEmpty() && mean(lines) < DOUBTFUL) {
      List<TextLine> turned = lines(picture.halfTurned(), halfTurned(boxes, picture), deadline);
      return mean(turned) > mean(lines) ? turned : lines;
    }
    return lines;
  }

  private static boolean runsDown(List<TextBox> boxes) {
    double down = boxes.stream().filter(TextBox::isTall).mapToDouble(TextBox::area).sum();
    double across =
        boxes.stream()
            .filter(box -> box.width() > box.height() * 1.5)
            .mapToDouble(TextBox::area)
            .sum();
    return down > across;
  }

  private static List<TextBox> halfTurned(List<TextBox> boxes, Pixels picture) {
    return boxes.stream().map(box -> box.halfTurned(picture)).toList();
  }

  private static double mean(List<TextLine> lines) {
    return lines.stream().mapToDouble(TextLine::sure).average().orElse(0);
  }

  private List<TextLine> lines(Pixels picture, List<TextBox> boxes, Deadline deadline) {
    double tilt = tilt(boxes);
    List<TextLine> lines = new ArrayList<>();
    for (TextBox box : boxes) {
      deadline.check();
      CharacterReader.Reading reading = reader.read(picture, box);
      if (!reading.text().isBlank() && reading.sure() >= LEAST_SURE) {
        lines.add(line(reading, box, tilt));
      }
    }
    lines.sort(Comparator.comparingDouble(TextLine::y));
    return List.copyOf(lines);
  }

  private static TextLine line(CharacterReader.Reading reading, TextBox box, double tilt) {
    double cos = Math.cos(tilt);
    double sin = Math.sin(tilt);
    double across = box.x() * cos + box.y() * sin;
    double down = box.y() * cos - box.x() * sin;
    return new TextLine(
        reading.text().strip(),
        reading.sure(),
        across - box.width() / 2,
        down,
        box.width(),
        box.height());
  }

  /** How far the page leans: the middle angle of its wide lines. */
  private static double tilt(List<TextBox> boxes) {
    double[] angles =
        boxes.stream()
            .filter(box -> box.width() > box.height() * 3)
            .mapToDouble(TextBox::angle)
            .sorted()
            .toArray();
    return angles.length == 0 ? 0 : angles[angles.length / 2];
  }
}
