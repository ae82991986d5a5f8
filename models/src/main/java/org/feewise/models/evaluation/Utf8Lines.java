package org.feewise.models.evaluation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The numbered lines of a UTF-8 text, so that one wrong byte spoils its line and no other. */
final class Utf8Lines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private byte[] line = {};
  private long number;

  Utf8Lines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Moves to the next line; false at the end. */
  boolean advance() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
      bytes.write(next);
    }
    line = bytes.toByteArray();
    number++;
    return true;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  /**
   * The line's text, without a leading byte order mark.
   *
   * @throws MalformedCase when its bytes are not UTF-8
   */
  String text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new MalformedCase("", "is not UTF-8");
    }
  }
}
