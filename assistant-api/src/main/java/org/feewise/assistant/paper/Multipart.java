package org.feewise.assistant.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), taken apart in memory: the framework
 * writes each file to disk.
 *
 * @param fields parts without a file, as far as they are short
 * @param file the bytes of the part {@code file}, or null when there is none or no file was chosen
 */
record Multipart(Map<String, String> fields, byte[] file) {
  static final String TYPE = "multipart/form-data";

  private static final String FILE = "file";
  private static final int LONGEST_FIELD = 4_096;
  private static final int MOST_PARTS = 20;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"?([^\";\r\n]*)\"?");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)filename\\*?=\"?([^\"\r\n]*)\"?");

  /** The parts that are complete; empty when the type has no boundary. */
  static Optional<Multipart> parse(byte[] body, String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return Optional.empty();
    }
    String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return Optional.of(parse(body, ("--" + mark).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Multipart parse(byte[] body, byte[] mark) {
    Map<String, String> fields = new HashMap<>();
    byte[] file = null;
    byte[] headEnd = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] partEnd =
        ("\r\n" + new String(mark, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    int at = find(body, mark, 0);
    for (int part = 0; at >= 0 && part < MOST_PARTS; part++) {
      int head = at + mark.length;
      int content = find(body, headEnd, head);
      int end = content < 0 ? -1 : find(body, partEnd, content + 2);
      if (end < 0) {
        break;
      }
      int from = Math.min(content + headEnd.length, end);
      String headers = new String(body, head, content - head, StandardCharsets.UTF_8);
      String name = first(NAME, headers).orElse("");
      Optional<String> fileName = first(FILE_NAME, headers);
      if (fileName.isPresent()) {
        boolean chosen = end > from || !fileName.get().isEmpty();
        file = name.equals(FILE) && chosen ? Arrays.copyOfRange(body, from, end) : file;
      } else if (end - from <= LONGEST_FIELD) {
        fields.put(name, new String(body, from, end - from, StandardCharsets.UTF_8));
      }
      at = end + 2;
    }
    return new Multipart(fields, file);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int at = from; at <= in.length - what.length; at++) {
      if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    return -1;
  }
}
