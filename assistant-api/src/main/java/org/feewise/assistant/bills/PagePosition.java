package org.feewise.assistant.bills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The row after which a page begins: its time in the list's order, and its id among equals.
 *
 * @param at a {@link LocalDate} or {@link Instant}
 */
public record PagePosition<A>(A at, String id) {
  /** Years that the database can tell. */
  private static final Pattern YEAR_OF_FOUR_DIGITS = Pattern.compile("[0-9]{4}-");

  String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
  }

  static Optional<PagePosition<LocalDate>> ofDay(String token) {
    return parse(token, LocalDate::parse);
  }

  static Optional<PagePosition<Instant>> ofTime(String token) {
    return parse(token, Instant::parse);
  }

  /** Reads the token of a page; no token is the first page. */
  private static <A> Optional<PagePosition<A>> parse(String token, Function<String, A> reader) {
    if (token == null || token.isEmpty()) {
      return Optional.empty();
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", 2);
      if (!YEAR_OF_FOUR_DIGITS.matcher(parts[0]).lookingAt()) {
        throw new DateTimeException("no list has a row of " + parts[0]);
      }
      if (parts[1].indexOf(0) >= 0) {
        throw new IllegalArgumentException("no row has an id with a zero character");
      }
      return Optional.of(new PagePosition<>(reader.apply(parts[0]), parts[1]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new UnknownPageException(token, e);
    }
  }
}
