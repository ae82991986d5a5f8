package org.feewise.assistant.paper.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs the names on a page with the values that stand by them: behind on the same line, to the
 * right on the same row, or beneath. The nearest pairs are made first.
 */
final class Pairing {
  /**
   * A name with its value.
   *
   * @param cost how far apart they are, in no unit; less is surer
   */
  record Pair(Field field, Spot label, Value value, double cost) {}

  private static final double BESIDE = 0.5;
  private static final double BENEATH = 1;

  /** Characters that may stand between a name and its value in a sentence. */
  private static final int WORDS_BETWEEN = 6;

  private static final double ROWS_BENEATH = 3.2;

  private final List<NameList.Found> labels;
  private final List<Value> values;

  Pairing(List<NameList.Found> labels, List<Value> values) {
    this.labels = labels;
    this.values = values;
  }

  /** At most one pair for each field, and each value in one pair only. */
  List<Pair> pairs() {
    List<Pair> possible = new ArrayList<>();
    for (NameList.Found label : labels) {
      if (!label.code().equals("OTHER") && !label.code().equals("PAYEE")) {
        Field field = Field.valueOf(label.code());
        values.stream()
            .filter(value -> value.fits(field))
            .forEach(value -> pair(field, label.spot(), value).ifPresent(possible::add));
      }
    }
    possible.sort(Comparator.comparingDouble(Pair::cost));
    return choose(possible);
  }

  private static List<Pair> choose(List<Pair> possible) {
    List<Pair> chosen = new ArrayList<>();
    Set<Value> used = new HashSet<>();
    for (Pair pair : possible) {
      boolean known = chosen.stream().anyMatch(other -> other.field == pair.field);
      if (!known && used.add(pair.value)) {
        chosen.add(pair);
      }
    }
    return chosen;
  }

  private Optional<Pair> pair(Field field, Spot label, Value value) {
    double cost = cost(label, value.spot());
    // a longer name says more: "amount due" rather than "total"
    double vague = 0.2 / label.text().length();
    return cost < 0 ? Optional.empty() : Optional.of(new Pair(field, label, value, cost + vague));
  }

  /** Below zero when the two do not belong together. */
  private double cost(Spot label, Spot value) {
    if (value.passage() == label.passage() && value.start() >= label.end()) {
      int between = value.start() - label.end();
      boolean near = between <= WORDS_BETWEEN;
      return near && nothingBetween(label, value) ? between * 0.05 : -1;
    }
    if (!beginsItsLine(value)) {
      return -1;
    }
    if (label.isOnRowOf(value)) {
      double across = value.left() - label.right();
      boolean right = across > -label.height();
      return right && !somethingOnTheRow(label, value)
          ? BESIDE + across / (40 * label.height())
          : -1;
    }
    double down = (value.y() - label.y()) / label.height();
    boolean beneath = down > 0.6 && down < ROWS_BENEATH && isUnder(label, value);
    return beneath && endsItsLine(label) && !isAnswered(label, value) ? BENEATH + down * 0.1 : -1;
  }

  private boolean nothingBetween(Spot label, Spot value) {
    return labels.stream()
        .map(NameList.Found::spot)
        .noneMatch(
            other ->
                other.passage() == label.passage()
                    && other.start() >= label.end()
                    && other.end() <= value.start());
  }

  private static boolean beginsItsLine(Spot value) {
    return value.left() - value.line().x() < value.height() * 2.5;
  }

  private static boolean endsItsLine(Spot label) {
    return label.line().right() - label.right() < label.height() * 2.5;
  }

  private boolean somethingOnTheRow(Spot label, Spot value) {
    return between(labels.stream().map(NameList.Found::spot).toList(), label, value)
        || between(values.stream().map(Value::spot).toList(), label, value);
  }

  private static boolean between(List<Spot> spots, Spot label, Spot value) {
    return spots.stream()
        .anyMatch(
            other ->
                other != label
                    && other != value
                    && other.isOnRowOf(label)
                    && other.left() >= label.right() - label.height() * 0.5
                    && other.right() <= value.left() + value.height() * 0.5);
  }

  private static boolean isUnder(Spot label, Spot value) {
    double step = 1.5 * Math.max(label.height(), value.height());
    return Math.abs(value.left() - label.left()) < step
        || Math.abs(value.right() - label.right()) < step;
  }

  /** Whether a name has a value to its right, so that what lies beneath is another's. */
  private boolean isAnswered(Spot label, Spot beneath) {
    return values.stream()
        .map(Value::spot)
        .filter(other -> other != beneath && other.isOnRowOf(label))
        .anyMatch(
            other ->
                other.left() > label.right() - label.height()
                    && !between(labels.stream().map(NameList.Found::spot).toList(), label, other));
  }
}
