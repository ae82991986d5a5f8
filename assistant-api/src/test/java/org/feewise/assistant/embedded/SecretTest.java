package org.feewise.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  @TempDir Path folder;

  @Test
  void staysTheSameAndIsForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("keys").resolve("one");
    String first = new Secret(file).value();
    assertThat(new Secret(file).value()).isEqualTo(first);
    assertThat(first).hasSizeGreaterThanOrEqualTo(24);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void differsFromPlaceToPlace() throws IOException {
    assertThat(new Secret(folder.resolve("a")).value())
        .isNotEqualTo(new Secret(folder.resolve("b")).value());
  }
}
