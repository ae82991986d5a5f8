package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.feewise.models.words.Words;

/**
 * A file that is there, is not empty and is UTF-8 from its first byte to its last.
 *
 * @param sha256 hash of its content, lower-case hexadecimal
 */
record CheckedFile(Path path, String sha256) {
  private static final int CHUNK = 1 << 16;

  /**
   * Reads the file once from end to end, in bounded memory.
   *
   * @throws UnreadableFileException naming the first byte and line that are not UTF-8
   */
  static CheckedFile of(Path path, Words words) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new UnreadableFileException(words.say("file.absent", path.toString()));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new CheckedFile(path, new Scan(path, words).hash(in));
    } catch (NotUtf8 e) {
      String key = Gb18030Text.stands(path) ? "file.gb18030" : "file.encoding";
      throw new UnreadableFileException(
          words.say(key, path.toString(), e.value, Long.toString(e.at), Long.toString(e.line)), e);
    } catch (NoSuchFileException e) {
      throw new UnreadableFileException(words.say("file.absent", path.toString()), e);
    }
  }

  /** The first byte that is not UTF-8: its value, its place from 1, its line. */
  private static final class NotUtf8 extends IOException {
    private static final long serialVersionUID = 1;
    private final String value;
    private final long at;
    private final long line;

    NotUtf8(byte value, long at, long line) {
      this.value = "0x%02X".formatted(value);
      this.at = at;
      this.line = line;
    }
  }

  /** One reading of the bytes; it counts lines to name the place of a fault. */
  private static final class Scan {
    private final Path path;
    private final Words words;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(CHUNK);
    private long offset;
    private long line = 1;

    Scan(Path path, Words words) {
      this.path = path;
      this.words = words;
    }

    String hash(InputStream in) throws IOException {
      MessageDigest digest = sha256();
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
      boolean blank = true;
      for (int read = fill(in, buffer); read >= 0; read = fill(in, buffer)) {
        int fresh = buffer.position();
        digest.update(buffer.array(), fresh - read, read);
        buffer.flip();
        refuseUtf16(buffer);
        blank &= isBlank(buffer);
        check(buffer, false);
        buffer.compact();
      }
      buffer.flip();
      check(buffer, true);
      if (blank) {
        throw new UnreadableFileException(words.say("file.empty", path.toString()));
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    private static int fill(InputStream in, ByteBuffer buffer) throws IOException {
      int read = in.read(buffer.array(), buffer.position(), buffer.remaining());
      if (read > 0) {
        buffer.position(buffer.position() + read);
      }
      return read;
    }

    private void refuseUtf16(ByteBuffer buffer) {
      if (offset == 0 && buffer.remaining() >= 2) {
        int mark = (buffer.get(0) & 0xff) << 8 | buffer.get(1) & 0xff;
        if (mark == 0xfffe || mark == 0xfeff) {
          throw new UnreadableFileException(words.say("file.utf16", path.toString()));
        }
      }
    }

    private static boolean isBlank(ByteBuffer buffer) {
      for (int i = buffer.position(); i < buffer.limit(); i++) {
        int value = buffer.get(i) & 0xff;
        boolean byteOrderMark = value == 0xef || value == 0xbb || value == 0xbf;
        if (!byteOrderMark && !Character.isWhitespace(value)) {
          return false;
        }
      }
      return true;
    }

    private void check(ByteBuffer buffer, boolean last) throws NotUtf8 {
      CoderResult result;
      do {
        decoded.clear();
        int from = buffer.position();
        result = decoder.decode(buffer, decoded, last);
        count(buffer, from);
        if (result.isError()) {
          throw new NotUtf8(buffer.get(buffer.position()), offset + 1, line);
        }
      } while (result.isOverflow());
    }

    private void count(ByteBuffer buffer, int from) {
      for (int i = from; i < buffer.position(); i++) {
        if (buffer.get(i) == '\n') {
          line++;
        }
      }
      offset += buffer.position() - from;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
