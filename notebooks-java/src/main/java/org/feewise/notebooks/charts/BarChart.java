package org.feewise.notebooks.charts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Named bars from zero up, one below the other.
 *
 * @param values by name, in the order drawn; none below zero
 */
public record BarChart(String title, Map<String, Double> values) {
  private static final int WIDTH = 720;
  private static final int LEFT = 260;
  private static final int RIGHT = 640;
  private static final int TOP = 36;
  private static final int ROW = 22;

  public BarChart {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    values.forEach(
        (name, value) -> {
          if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " has the value " + value + " below zero");
          }
        });
  }

  public Picture draw() {
    List<String> names = List.copyOf(values.keySet());
    double most = values.values().stream().max(Double::compare).orElse(0.0);
    double scale = most == 0 ? 0 : (RIGHT - LEFT) / most;
    String bars =
        IntStream.range(0, names.size())
            .mapToObj(at -> bar(TOP + at * ROW, names.get(at), scale))
            .collect(Collectors.joining());
    return new Picture(
        title,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'>"
                .formatted(WIDTH, TOP + names.size() * ROW + 8)
            + SvgText.at(0, 20, title)
            + bars
            + "</svg>");
  }

  private String bar(int y, String name, double scale) {
    double value = values.get(name);
    double length = value * scale;
    return String.format(
            Locale.ROOT,
            "<rect x='%d' y='%d' width='%.1f' height='%d' fill='#0b5fff'/>",
            LEFT,
            y,
            length,
            ROW - 6)
        + SvgText.at(0, y + 13, name)
        + SvgText.at(
            LEFT + (int) Math.round(length) + 6, y + 13, String.format(Locale.ROOT, "%.3g", value));
  }
}
