package org.feewise.analytics.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself but names others. */
abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public final void run() {
    String known = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing-subcommand") + known);
  }
}
