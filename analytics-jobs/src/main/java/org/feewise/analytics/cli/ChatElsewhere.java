package org.feewise.analytics.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Listed among its likes, but run by the service: {@code ./feewise} leads there. */
@Command(name = "chat", resourceBundle = Main.WORDS)
final class ChatElsewhere implements Runnable {
  @Spec private CommandSpec spec;
  @Unmatched private String[] others;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("chat-elsewhere"));
  }
}
