package org.feewise.assistant.command;

import io.quarkus.arc.All;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import java.util.List;

/** Finds the room whose command was asked for, and runs it. */
public class RoomCommands implements QuarkusApplication {
  private final List<Command> commands;

  RoomCommands(@All List<Command> commands) {
    this.commands = commands;
  }

  @Override
  public int run(String... words) throws Exception {
    String line = String.join(" ", words) + " ";
    for (Command command : commands) {
      if (line.startsWith(command.name() + " ")) {
        int length = command.name().split(" ").length;
        return command.run(Arrays.asList(words).subList(length, words.length));
      }
    }
    Terminal.tell("unknown-command", line.strip());
    return Dispatch.MISUNDERSTOOD;
  }
}
