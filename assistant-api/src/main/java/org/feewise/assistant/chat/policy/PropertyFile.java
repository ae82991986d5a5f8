package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the property files that ship beside the library. */
final class PropertyFile {
  private PropertyFile() {}

  static Properties read(String file) {
    Properties read = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            PropertyFile.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of the library cannot be read", e);
    }
    return read;
  }
}
