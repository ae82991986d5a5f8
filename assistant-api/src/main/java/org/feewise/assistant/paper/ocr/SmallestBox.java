package org.feewise.assistant.paper.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest rectangle around points, one of whose sides lies on a side of their hull. */
final class SmallestBox {
  /** A point of a picture. */
  record Point(double x, double y) {}

  private SmallestBox() {}

  /**
   * @param points at least one
   */
  static TextBox around(List<Point> points) {
    List<Point> hull = hull(points);
    TextBox smallest = along(hull, 0);
    for (int i = 0; i < hull.size(); i++) {
      Point from = hull.get(i);
      Point to = hull.get((i + 1) % hull.size());
      TextBox box = along(hull, angle(from, to));
      if (box.area() < smallest.area()) {
        smallest = box;
      }
    }
    return smallest;
  }

  /** The direction of a side, turned by quarters until it is nearly level. */
  private static double angle(Point from, Point to) {
    double angle = Math.atan2(to.y - from.y, to.x - from.x);
    return angle - Math.rint(angle / (Math.PI / 2)) * (Math.PI / 2);
  }

  private static TextBox along(List<Point> hull, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Point point : hull) {
      double across = point.x * cos + point.y * sin;
      double down = point.y * cos - point.x * sin;
      left = Math.min(left, across);
      right = Math.max(right, across);
      top = Math.min(top, down);
      bottom = Math.max(bottom, down);
    }
    double across = (left + right) / 2;
    double down = (top + bottom) / 2;
    return new TextBox(
        across * cos - down * sin,
        across * sin + down * cos,
        right - left + 1,
        bottom - top + 1,
        angle);
  }

  /** Andrew's monotone chain. */
  private static List<Point> hull(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    if (sorted.size() < 3) {
      return sorted;
    }
    List<Point> hull = new ArrayList<>(half(sorted));
    hull.addAll(half(sorted.reversed()));
    return hull;
  }

  private static List<Point> half(List<Point> sorted) {
    List<Point> half = new ArrayList<>();
    for (Point point : sorted) {
      while (half.size() > 1 && !turnsLeft(half.get(half.size() - 2), half.getLast(), point)) {
        half.removeLast();
      }
      half.add(point);
    }
    half.removeLast();
    return half;
  }

  private static boolean turnsLeft(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
  }
}
