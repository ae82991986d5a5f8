package org.feewise.assistant.paper.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What things are called on paper, read from a file of lines {@code CODE: name | name}, each name a
 * regular expression over folded text.
 */
final class NameList {
  /** A name where it stands. */
  record Found(String code, Spot spot) {}

  private record Name(String code, Pattern pattern) {}

  private final List<Name> names = new ArrayList<>();

  /** Reads a file beside this class. */
  NameList(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NameList.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("names in " + file + " cannot be read", e);
    }
  }

  private void add(String line) {
    int colon = line.indexOf(": ");
    Stream.of(line.substring(colon + 2).split(" \\| "))
        .map(name -> new Name(line.substring(0, colon), Pattern.compile(name.strip())))
        .forEach(names::add);
  }

  /** Every name in a passage, the longest where several overlap. */
  List<Found> in(Passage passage) {
    List<Found> all = new ArrayList<>();
    for (Name name : names) {
      Matcher matcher = name.pattern.matcher(passage.text());
      while (matcher.find()) {
        all.add(new Found(name.code, new Spot(passage, matcher.start(), matcher.end())));
      }
    }
    all.sort(
        Comparator.comparingInt((Found found) -> found.spot.start() - found.spot.end())
            .thenComparingInt(found -> found.spot.start()));
    List<Found> kept = new ArrayList<>();
    for (Found found : all) {
      if (kept.stream().noneMatch(other -> other.spot.overlaps(found.spot))) {
        kept.add(found);
      }
    }
    return kept;
  }
}
