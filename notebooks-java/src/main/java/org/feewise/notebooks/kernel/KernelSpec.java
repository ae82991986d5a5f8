package org.feewise.notebooks.kernel;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Tells Jupyter how to start the {@link JavaKernel}. */
public final class KernelSpec {
  /** The name a notebook gives for its kernel. */
  public static final String NAME = "feewise-java";

  private KernelSpec() {}

  /** Writes the kernel into a folder that {@code JUPYTER_PATH} names. */
  public static void main(String[] arguments) throws IOException {
    Path written = install(Path.of(arguments[0]), System.getProperty("java.class.path"));
    System.out.println(written);
  }

  /**
   * Writes {@code kernels/feewise-java/kernel.json}.
   *
   * @return the file written
   */
  public static Path install(Path jupyterPath, String classPath) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.of(
                Stream.of(java.toString(), "-Xmx1g"),
                Stream.of(JavaModuleOptions.defaultModuleOptionArray()),
                Stream.of("-cp", classPath, JavaKernel.class.getName(), "{connection_file}"))
            .flatMap(words -> words)
            .toList();
    Path file = jupyterPath.resolve("kernels").resolve(NAME).resolve("kernel.json");
    Files.createDirectories(file.getParent());
    Map<String, Object> spec =
        Map.of("argv", command, "display_name", "Java (FeeWise)", "language", "java");
    Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(spec));
    return file;
  }
}
