package org.feewise.assistant.chat.slots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Every name in the text from left to right, the longest at each place. */
  List<Found<E>> in(String text) {
    List<Next<E>> nexts = names.stream().map(name -> new Next<>(name, text)).toList();
    List<Found<E>> all = new ArrayList<>();
    for (Optional<Found<E>> next = first(nexts, 0);
        next.isPresent();
        next = first(nexts, next.get().end)) {
      all.add(next.get());
    }
    return all;
  }

  private static <E> Optional<Found<E>> first(List<Next<E>> nexts, int from) {
    return nexts.stream()
        .flatMap(next -> next.from(from).stream())
        .min(Comparator.<Found<E>>comparingInt(Found::start).thenComparingInt(name -> -name.end));
  }

  /** Where one name stands next in a text that is read once from left to right. */
  private static final class Next<E> {
    private final Matcher matcher;
    private final List<E> things;
    private Optional<Found<E>> found;

    private Next(Name<E> name, String text) {
      matcher = name.pattern.matcher(text);
      things = name.things;
      found = Optional.of(new Found<>(-1, -1, things));
    }

    private Optional<Found<E>> from(int from) {
      if (found.isPresent() && found.get().start < from) {
        boolean isThere = matcher.find(from);
        while (isThere && matcher.end() == matcher.start()) {
          isThere = matcher.find();
        }
        found =
            isThere
                ? Optional.of(new Found<>(matcher.start(), matcher.end(), things))
                : Optional.empty();
      }
      return found;
    }
  }
}
