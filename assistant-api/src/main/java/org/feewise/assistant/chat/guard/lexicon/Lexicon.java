package org.feewise.assistant.chat.guard.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The words and phrases of a language that are harmless wherever they stand in a reply. */
public final class Lexicon {
  private static final Lexicon CHINESE = new Lexicon("zh");
  private static final Lexicon ENGLISH = new Lexicon("en");

  private final boolean isChinese;
  private final Tiles tiles = new Tiles();

  private Lexicon(String language) {
    isChinese = language.equals("zh");
    entries("harmless." + language + ".txt").forEach(tiles::add);
    HouseSentences.in(language).forEach(tiles::add);
  }

  /** That of Chinese, else of English. */
  public static Lexicon of(boolean chinese) {
    return chinese ? CHINESE : ENGLISH;
  }

  /**
   * What a text says in words that the house does not know, in the order of the text; empty where
   * it knows every word.
   *
   * @param text in lower case, normal form and plain numbers, with marks for bills
   * @param repeatable what it may repeat as it stands, in the same form
   */
  public List<String> unknown(String text, List<String> repeatable) {
    Quotable quotable = new Quotable(repeatable, isChinese);
    return Symbols.clauses(text).stream()
        .flatMap(clause -> tiles.gaps(clause, quotable.quoted(clause)).stream())
        .map(gap -> String.join(isChinese ? "" : " ", gap))
        .toList();
  }

  private static Stream<String> entries(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Lexicon.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(",")))
          .map(String::strip)
          .filter(entry -> !entry.isEmpty())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
