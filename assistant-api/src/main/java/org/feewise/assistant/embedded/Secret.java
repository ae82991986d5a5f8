package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A text kept in a file that only its owner may read, made on first use. */
public final class Secret {
  private static final int RANDOM_BYTES = 18;

  private final Path file;
  private final Supplier<String> first;

  /** A random secret of 144 bits, safe in addresses and on command lines. */
  public Secret(Path file) {
    this(file, Secret::random);
  }

  /** A secret whose first value is made by the given supplier. */
  public Secret(Path file, Supplier<String> first) {
    this.file = file;
    this.first = first;
  }

  /** The text, the same at every call and in every run. */
  public synchronized String value() throws IOException {
    if (!Files.exists(file)) {
      write(file, first.get());
    }
    return Files.readString(file);
  }

  /** Puts a text into a file for its owner only, whole or not at all. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "secret",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
