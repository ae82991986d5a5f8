package org.feewise.notebooks.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One or more lines over the same labels, from zero up. */
public final class LineChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 280;
  private static final int LEFT = 60;
  private static final int BOTTOM = 240;
  private static final int TOP = 40;
  private static final List<String> COLOURS = List.of("#0b5fff", "#c2410c", "#15803d", "#7e22ce");

  private final String title;
  private final List<String> labels;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, List<Double> values) {}

  public LineChart(String title, List<String> labels) {
    this.title = title;
    this.labels = List.copyOf(labels);
  }

  /** Adds a line with a value for each label. */
  public LineChart line(String name, List<Double> values) {
    if (values.size() != labels.size()) {
      throw new IllegalArgumentException(
          name + " has " + values.size() + " values for " + labels.size() + " labels");
    }
    lines.add(new Line(name, List.copyOf(values)));
    return this;
  }

  public Picture draw() {
    double most =
        lines.stream().flatMap(line -> line.values().stream()).max(Double::compare).orElse(0.0);
    double scale = most == 0 ? 1 : (BOTTOM - TOP) / most;
    String drawn =
        IntStream.range(0, lines.size())
            .mapToObj(which -> polyline(which, scale))
            .collect(Collectors.joining());
    return new Picture(
        title,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'>"
                .formatted(WIDTH, HEIGHT)
            + SvgText.at(LEFT, 20, title)
            + SvgText.at(0, TOP + 4, String.format(Locale.ROOT, "%.3g", most))
            + SvgText.at(0, BOTTOM, "0")
            + "<path d='M%d %d V%d H%d' fill='none' stroke='#888'/>"
                .formatted(LEFT, TOP, BOTTOM, WIDTH)
            + SvgText.at(LEFT, BOTTOM + 16, labels.getFirst())
            + SvgText.at(WIDTH - 70, BOTTOM + 16, labels.getLast())
            + drawn
            + "</svg>");
  }

  private String polyline(int which, double scale) {
    Line line = lines.get(which);
    String colour = COLOURS.get(which % COLOURS.size());
    double step = (double) (WIDTH - LEFT) / Math.max(1, labels.size() - 1);
    String points =
        IntStream.range(0, labels.size())
            .mapToObj(
                at ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + at * step,
                        BOTTOM - line.values().get(at) * scale))
            .collect(Collectors.joining(" "));
    return "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>"
            .formatted(points, colour)
        + "<g fill='%s'>%s</g>"
            .formatted(colour, SvgText.at(LEFT + 160 * which, HEIGHT - 4, line.name()));
  }
}
