package org.feewise.analytics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.text.MessageFormat;
import org.feewise.analytics.history.ServerRefused;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence on standard error and an exit status. */
final class Failures {
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;

  private Failures() {}

  static int misunderstood(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    say(
        command,
        misunderstanding(wrong) + " (" + command.getCommandSpec().qualifiedName() + " --help)");
    return MISUNDERSTOOD;
  }

  private static String misunderstanding(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    return switch (wrong) {
      case UnmatchedArgumentException unmatched when !command.getSubcommands().isEmpty() ->
          words(
              command,
              "unknown-subcommand",
              unmatched.getUnmatched().getFirst(),
              String.join(", ", command.getSubcommands().keySet()));
      case ParameterException other -> other.getMessage();
    };
  }

  /** What cannot be read or makes no sense is the caller's to mend (2); the rest is ours (1). */
  static int failed(Exception failure, CommandLine command, boolean stacktrace) {
    if (stacktrace) {
      failure.printStackTrace(command.getErr());
    }
    say(command, sentence(failure, command));
    return switch (failure) {
      case IOException _, UncheckedIOException _, IllegalArgumentException _ -> MISUNDERSTOOD;
      case Exception _ -> FAILED;
    };
  }

  private static String sentence(Exception failure, CommandLine command) {
    return switch (failure) {
      case UncheckedIOException wrapped -> sentence(wrapped.getCause(), command);
      case NoSuchFileException missing -> words(command, "no-such-file", missing.getFile());
      case ServerRefused refused ->
          words(
              command,
              switch (refused.server()) {
                case DATABASE -> "database-refused";
                case KAFKA -> "kafka-refused";
              },
              refused.address(),
              refused.getMessage());
      case PublishingStopped stopped ->
          words(command, "publishing-stopped", stopped.modelVersion(), stopped.getMessage());
      case FileSystemException refused when refused.getReason() == null ->
          refused.getFile() + ": " + refused.getClass().getSimpleName();
      case Exception other ->
          other.getMessage() == null ? other.getClass().getSimpleName() : other.getMessage();
    };
  }

  private static String words(CommandLine command, String key, Object... values) {
    String pattern = command.getCommandSpec().resourceBundle().getString(key);
    return MessageFormat.format(pattern.replace("'", "''"), values);
  }

  private static void say(CommandLine command, String sentence) {
    command
        .getErr()
        .println(command.getCommandSpec().name() + ": " + sentence.lines().findFirst().orElse(""));
  }
}
