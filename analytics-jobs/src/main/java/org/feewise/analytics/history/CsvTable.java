package org.feewise.analytics.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody else's table as text: UTF-8, UTF-16 with a mark, or GB18030; commas, semicolons, tabs or
 * bars; quotes and newlines inside them.
 *
 * @param header names of the columns, made unique; a byte-order mark is not part of them
 */
public record CsvTable(Path file, Charset charset, char separator, List<String> header) {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int SNIFFED_BYTES = 1 << 16;
  private static final int LONGEST_FIELD = 1 << 24;

  /** Receives the rows of a table. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One row.
     *
     * @param row 1 for the first after the header
     * @param line number of the line on which it starts, from 1
     */
    void accept(long row, long line, List<String> cells);
  }

  /**
   * Looks at a file without reading it all.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it has no header
   */
  public static CsvTable open(Path file) throws IOException {
    Charset charset = charsetOf(file);
    String start = start(file, charset);
    char separator = separatorOf(start);
    try (CsvReader<CsvRecord> reader = reader(file, charset, separator)) {
      for (CsvRecord first : reader) {
        return new CsvTable(file, charset, separator, unique(first.getFields()));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + ": " + reason(e), e);
    }
    throw new IllegalArgumentException(file + " is empty: it has no header");
  }

  /** Index of a column by its exact name, -1 where there is none. */
  public int indexOf(String column) {
    return header.indexOf(column);
  }

  /**
   * Reads every row in order; blank lines are passed over.
   *
   * @throws IllegalArgumentException where the file stops being a table, with the line
   */
  public void forEach(Sink sink) throws IOException {
    try (CsvReader<CsvRecord> reader = reader(file, charset, separator)) {
      long row = -1;
      for (CsvRecord cells : reader) {
        row++;
        if (row > 0) {
          sink.accept(row, cells.getStartingLineNumber(), cells.getFields());
        }
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + ": " + reason(e), e);
    }
  }

  private static String reason(CsvParseException e) {
    return e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
  }

  private static CsvReader<CsvRecord> reader(Path file, Charset charset, char separator)
      throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(characters(file, charset));
  }

  private static Reader characters(Path file, Charset charset) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), SNIFFED_BYTES);
    if (charset.equals(StandardCharsets.UTF_8)) {
      bytes.mark(3);
      byte[] mark = bytes.readNBytes(3);
      if (!startsWith(mark, 0xEF, 0xBB, 0xBF)) {
        bytes.reset();
      }
    }
    return new InputStreamReader(bytes, charset);
  }

  private static Charset charsetOf(Path file) throws IOException {
    byte[] sniffed;
    try (InputStream in = Files.newInputStream(file)) {
      sniffed = in.readNBytes(2);
    }
    if (startsWith(sniffed, 0xFF, 0xFE) || startsWith(sniffed, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(SNIFFED_BYTES);
    ByteBuffer undecoded = ByteBuffer.allocate(SNIFFED_BYTES);
    try (InputStream in = Files.newInputStream(file)) {
      boolean atEnd = false;
      while (!atEnd) {
        int read = in.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        atEnd = read < 0;
        undecoded.position(undecoded.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(undecoded, decoded, atEnd);
        if (result.isError()) {
          return false;
        }
        undecoded.compact();
        decoded.clear();
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static String start(Path file, Charset charset) throws IOException {
    char[] start = new char[SNIFFED_BYTES];
    try (Reader reader = characters(file, charset)) {
      int read = reader.read(start);
      return read < 0 ? "" : new String(start, 0, read);
    }
  }

  /** The separator that stands most often outside quotes in the first line. */
  private static char separatorOf(String start) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < start.length() && (quoted || start.charAt(i) != '\n'); i++) {
      char c = start.charAt(i);
      quoted ^= c == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += c == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }

  private static List<String> unique(List<String> names) {
    Set<String> seen = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      String candidate = name.isEmpty() ? "column" + (i + 1) : name;
      for (int copy = 2; !seen.add(candidate); copy++) {
        candidate = name + "_" + copy;
      }
      unique.add(candidate);
    }
    return List.copyOf(unique);
  }
}
