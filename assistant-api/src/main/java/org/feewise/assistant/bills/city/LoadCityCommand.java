package org.feewise.assistant.bills.city;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.command.Command;
import org.feewise.models.words.Words;

/** {@code load-city DIR}: loads a generated city, once. */
@Singleton
class LoadCityCommand implements Command {
  private static final int WRONG_ARGUMENTS = 2;

  private final CityLoad city;

  LoadCityCommand(CityLoad city) {
    this.city = city;
  }

  @Override
  public String name() {
    return "load-city";
  }

  @Override
  public int run(List<String> arguments) throws SQLException {
    Words words = Words.of(LoadCityCommand.class, "city", Locale.getDefault());
    if (arguments.size() != 1) {
      System.err.println(words.say("usage"));
      return WRONG_ARGUMENTS;
    }
    String folder = arguments.getFirst();
    try {
      boolean loaded = city.load(Path.of(folder));
      System.out.println(words.say(loaded ? "loaded" : "already", folder));
      return 0;
    } catch (IOException e) {
      System.err.println(words.say("unreadable", folder, e.getMessage()));
      return WRONG_ARGUMENTS;
    }
  }
}
