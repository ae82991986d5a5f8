package org.feewise.assistant.chat.guard.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads an entry with alternatives: {@code (a|b|)c} is ac, bc and c. They nest. */
final class Alternatives {
  private final String entry;
  private final StringTokenizer pieces;
  private int depth;

  Alternatives(String entry) {
    this.entry = entry;
    this.pieces = new StringTokenizer(entry, "(|)", true);
  }

  /**
   * The places where the entry ends that begins at a place.
   *
   * @throws IllegalArgumentException when its parentheses do not match
   */
  Set<Tiles.Tile> after(Tiles.Tile start) {
    Set<Tiles.Tile> ends = choices(Set.of(start));
    if (depth != 0) {
      throw new IllegalArgumentException("parentheses do not match in " + entry);
    }
    return ends;
  }

  private Set<Tiles.Tile> choices(Set<Tiles.Tile> from) {
    Set<Tiles.Tile> ends = new LinkedHashSet<>();
    Set<Tiles.Tile> places = from;
    while (pieces.hasMoreTokens()) {
      String piece = pieces.nextToken();
      switch (piece) {
        case "(" -> {
          depth++;
          places = choices(places);
        }
        case ")" -> {
          depth--;
          ends.addAll(places);
          return ends;
        }
        case "|" -> {
          ends.addAll(places);
          places = from;
        }
        default -> places = said(piece, places);
      }
    }
    ends.addAll(places);
    return ends;
  }

  private static Set<Tiles.Tile> said(String words, Set<Tiles.Tile> from) {
    Set<Tiles.Tile> places = from;
    for (List<String> clause : Symbols.clauses(words)) {
      for (String symbol : clause) {
        places = Set.of(Tiles.after(places, symbol));
      }
    }
    return places;
  }
}
