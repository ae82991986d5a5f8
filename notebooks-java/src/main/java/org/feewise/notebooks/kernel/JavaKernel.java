package org.feewise.notebooks.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feewise.notebooks.charts.Picture;

/**
 * A Jupyter kernel for Java over {@code jdk.jshell}: cells run in this JVM, with the whole class
 * path of FeeWise. A cell's last value is shown; a {@link Picture} is drawn.
 */
public final class JavaKernel extends BaseKernel {
  private final Cells cells = new Cells();

  /** Serves one notebook until it closes; the argument is the connection file Jupyter wrote. */
  public static void main(String[] arguments) throws Exception {
    String connectionFile = Files.readString(Path.of(arguments[0]));
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(connectionFile));
    new JavaKernel().becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }

  @Override
  public DisplayData eval(String cell) {
    return switch (cells.run(cell)) {
      case null -> null;
      case Picture picture -> drawn(picture);
      case Object value -> new DisplayData(String.valueOf(value));
    };
  }

  private static DisplayData drawn(Picture picture) {
    DisplayData data = new DisplayData(picture.title());
    data.putSVG(picture.svg());
    return data;
  }

  @Override
  public String isComplete(String cell) {
    return cells.isComplete(cell) ? IS_COMPLETE_YES : IS_COMPLETE_MAYBE;
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("java")
        .build();
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    cells.close();
  }
}
