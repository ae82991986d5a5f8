package org.feewise.assistant.command;

import java.util.List;

/**
 * A command of {@code ./feewise} that needs the service's rooms but does not serve.
 *
 * <p>Any CDI bean of this type is a command: nothing else has to be registered. While it runs the
 * database is there and migrated, no port is open, no message is consumed and nothing is scheduled.
 * What it prints on standard output is its result; progress goes to standard error.
 */
public interface Command {
  /** The words that choose it, such as {@code "import"} or {@code "eval chat"}. */
  String name();

  /**
   * Runs it.
   *
   * @param arguments what follows the name
   * @return exit status: 0 done, 2 wrong arguments or unreadable input, else the command's own
   */
  int run(List<String> arguments) throws Exception;
}
