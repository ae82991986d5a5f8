package org.feewise.assistant.chat.slots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The everyday names of a closed list of things, read from a file of lines {@code CODE: name |
 * name}, each name a regular expression; a name of several things has their codes joined by a plus.
 */
final class Names<E extends Enum<E>> {
  private record Name<E>(Pattern pattern, List<E> things) {}

  /** A name found in a text, with what it stands for. */
  record Found<E>(int start, int end, List<E> things) {}

  private final List<Name<E>> names;

  private Names(List<Name<E>> names) {
    this.names = names;
  }

  /**
   * Reads a file beside this class.
   *
   * @throws IllegalArgumentException when a code is not one of the list
   */
  static <E extends Enum<E>> Names<E> read(String file, Class<E> type) {
    List<Name<E>> names = new ArrayList<>();
    lines(file).forEach(line -> names.addAll(names(line, type)));
    return new Names<>(List.copyOf(names));
  }

  private static <E extends Enum<E>> List<Name<E>> names(String line, Class<E> type) {
    int colon = line.indexOf(": ");
    List<E> things =
        Stream.of(line.substring(0, colon).split("\\+"))
            .map(code -> Enum.valueOf(type, code))
            .toList();
    return Stream.of(line.substring(colon + 2).split(" \\| "))
        .map(name -> new Name<>(Pattern.compile(name.strip()), things))
        .toList();
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Names.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("names in " + file + " cannot be read", e);
    }
  }

  /** The longest name at a place in the text. */
  Optional<Found<E>> longestAt(String text, int start) {
    Found<E> longest = null;
    for (Name<E> name : names) {
      Matcher matcher =
          name.pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      matcher.region(start, text.length());
      if (matcher.lookingAt()
          && matcher.end() > start
          && (longest == null || matcher.end() > longest.end)) {
        longest = new Found<>(start, matcher.end(), name.things);
      }
    }
    return Optional.ofNullable(longest);
  }

  /** Every name in the text from left to right, the longest at each place. */
  List<Found<E>> in(String text) {
    List<Found<E>> found = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      Optional<Found<E>> here = longestAt(text, at);
      here.ifPresent(found::add);
      at = here.isPresent() ? here.get().end : at + 1;
    }
    return found;
  }
}
