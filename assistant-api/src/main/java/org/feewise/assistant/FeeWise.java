package org.feewise.assistant;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;
import org.feewise.assistant.command.Dispatch;

/** The program behind {@code ./feewise}: it serves, or it runs one command and ends. */
@QuarkusMain
public final class FeeWise {
  private FeeWise() {}

  public static void main(String... arguments) {
    List<String> words = arguments.length == 0 ? List.of("start") : Arrays.asList(arguments);
    System.exit(Dispatch.run(words));
  }
}
