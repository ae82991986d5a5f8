package org.feewise.assistant.chat.guard.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Words and phrases as sequences of symbols. A clause is known where such tiles lie on it end to
 * end, without a gap and without one upon another.
 */
final class Tiles {
  private final Tile start = new Tile();

  /** A place within tiles: where the next symbols lead, and whether a tile may end here. */
  static final class Tile {
    private final Map<String, List<Tile>> next = new HashMap<>();
    private boolean isWhole;

    private Stream<Tile> after(String symbol) {
      return Stream.concat(Stream.of(symbol), Inflection.bases(symbol).stream())
          .flatMap(form -> next.getOrDefault(form, List.of()).stream());
    }
  }

  /**
   * Adds an entry of the lexicon with its alternatives.
   *
   * @throws IllegalArgumentException when its parentheses do not match
   */
  void add(String entry) {
    new Alternatives(entry)
        .after(start).stream().filter(tile -> tile != start).forEach(tile -> tile.isWhole = true);
  }

  /** One place that the symbol leads to from all of some places. */
  static Tile after(Set<Tile> places, String symbol) {
    Tile tile = new Tile();
    places.forEach(place -> place.next.computeIfAbsent(symbol, s -> new ArrayList<>(1)).add(tile));
    return tile;
  }

  /**
   * The runs of symbols of a clause that no tile covers, as few symbols as can be.
   *
   * @param free symbols that need no tile
   */
  List<List<String>> gaps(List<String> clause, boolean[] free) {
    int length = clause.size();
    int[] fewest = new int[length + 1];
    int[] step = new int[length];
    for (int at = length - 1; at >= 0; at--) {
      int from = at;
      boolean isFree = free[at] || isFigure(clause.get(at));
      fewest[at] = fewest[at + 1] + (isFree ? 0 : 1);
      step[at] = isFree ? 1 : -1;
      ends(
          clause,
          at,
          end -> {
            if (fewest[end] < fewest[from] || fewest[end] == fewest[from] && step[from] < 0) {
              fewest[from] = fewest[end];
              step[from] = end - from;
            }
          });
    }
    return gaps(clause, step);
  }

  private static boolean isFigure(String symbol) {
    return symbol.equals(Symbols.FIGURE) || symbol.equals(Symbols.BILL);
  }

  private void ends(List<String> clause, int from, IntConsumer end) {
    Set<Tile> places = Set.of(start);
    for (int at = from; at < clause.size() && !places.isEmpty(); at++) {
      Set<Tile> reached = new LinkedHashSet<>();
      String symbol = clause.get(at);
      places.forEach(place -> place.after(symbol).forEach(reached::add));
      places = reached;
      if (places.stream().anyMatch(place -> place.isWhole)) {
        end.accept(at + 1);
      }
    }
  }

  private static List<List<String>> gaps(List<String> clause, int[] step) {
    List<List<String>> gaps = new ArrayList<>();
    List<String> gap = new ArrayList<>();
    for (int at = 0; at < clause.size(); at += Math.abs(step[at])) {
      if (step[at] < 0) {
        gap.add(clause.get(at));
      } else if (!gap.isEmpty()) {
        gaps.add(gap);
        gap = new ArrayList<>();
      }
    }
    if (!gap.isEmpty()) {
      gaps.add(gap);
    }
    return gaps;
  }
}
