package org.feewise.analytics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns what went wrong into one sentence on standard error and an exit status. */
final class Failures {
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;

  private Failures() {}

  static int misunderstood(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    say(command, wrong.getMessage() + " (" + command.getCommandSpec().qualifiedName() + " --help)");
    return MISUNDERSTOOD;
  }

  /** What cannot be read or makes no sense is the caller's to mend (2); the rest is ours (1). */
  static int failed(Exception failure, CommandLine command, boolean stacktrace) {
    if (stacktrace) {
      failure.printStackTrace(command.getErr());
    }
    say(command, sentence(failure));
    return switch (failure) {
      case IOException _, UncheckedIOException _, IllegalArgumentException _ -> MISUNDERSTOOD;
      case Exception _ -> FAILED;
    };
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case UncheckedIOException wrapped -> sentence(wrapped.getCause());
      case NoSuchFileException missing -> missing.getFile() + ": no such file";
      case FileSystemException refused when refused.getReason() == null ->
          refused.getFile() + ": " + refused.getClass().getSimpleName();
      case Exception other ->
          other.getMessage() == null ? other.getClass().getSimpleName() : other.getMessage();
    };
  }

  private static void say(CommandLine command, String sentence) {
    command
        .getErr()
        .println(command.getCommandSpec().name() + ": " + sentence.lines().findFirst().orElse(""));
  }
}
