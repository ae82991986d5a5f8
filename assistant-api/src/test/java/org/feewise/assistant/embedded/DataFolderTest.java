package org.feewise.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  private static void assertRefused(Path folder, String... words) {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> DataFolder.open(folder).close())
        .withMessageContainingAll(words)
        .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(1));
  }

  @Test
  void makesAFolderForItsOwnerOnly() throws IOException {
    Path folder = parent.resolve("new");
    DataFolder.open(folder).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void opensItsOwnFolderAgain() throws IOException {
    DataFolder.open(parent.resolve("ours")).close();
    DataFolder.open(parent.resolve("ours")).close();
  }

  @Test
  void leavesAForeignFolderAsItIs() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("photos"));
    Files.writeString(folder.resolve("cat.txt"), "cat");
    assertRefused(folder, folder.toString());
    assertThat(folder.toFile().list()).containsExactly("cat.txt");
  }

  @Test
  void refusesAFile() throws IOException {
    assertRefused(Files.writeString(parent.resolve("file"), ""), "file");
  }

  @Test
  void refusesTheFolderOfANewerProgram() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("newer"));
    Files.writeString(folder.resolve("feewise-data"), DataFolder.LAYOUT + 1 + "\n");
    assertRefused(folder, folder.toString(), Integer.toString(DataFolder.LAYOUT + 1));
  }

  @Test
  void goesOnWhereTheMarkerWasBeingWritten() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("killed"));
    Files.writeString(folder.resolve("secret123.tmp"), "");
    DataFolder.open(folder).close();
    assertThat(folder.resolve("feewise-data")).exists();
  }

  @Test
  void refusesADiskThatIsNearlyFull() {
    long needed = DataFolder.LEAST_SPACE_MIB * 1024 * 1024;
    DataFolder.requireSpace(parent, needed);
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> DataFolder.requireSpace(parent, needed - 1))
        .withMessageContainingAll(parent.toString(), "255", "256");
  }

  @Test
  void refusesAFolderInUseByAnotherProcess() throws Exception {
    Path folder = parent.resolve("shared");
    DataFolder.open(folder).close();
    Process other = holdInAnotherProcess(folder);
    try {
      assertRefused(folder, folder.toString(), Long.toString(other.pid()));
    } finally {
      other.destroyForcibly().waitFor();
    }
    DataFolder.open(folder).close();
  }

  private static Process holdInAnotherProcess(Path folder) throws IOException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("held");
    return other;
  }

  /** Opens a folder and waits to be ended. */
  public static final class Holder {
    private Holder() {}

    public static void main(String... arguments) throws IOException {
      DataFolder.open(Path.of(arguments[0]));
      System.out.println("held");
      System.in.read();
    }
  }
}
