package org.feewise.assistant.pages;

import java.util.List;
import java.util.stream.Stream;
import org.feewise.assistant.identity.Role;

/**
 * A page that the way around leads to.
 *
 * @param path path of the page
 * @param name key of its name in the bundle {@code pages}
 * @param role the only role that may open it
 */
record Place(String path, String name, String role) {
  private static final List<Place> ALL =
      List.of(
          new Place("/", "chat", Role.Name.CITIZEN),
          new Place("/bills", "bills", Role.Name.CITIZEN),
          new Place("/plans", "plans", Role.Name.CITIZEN),
          new Place("/reminders", "reminders", Role.Name.CITIZEN),
          new Place("/reports", "reports", Role.Name.ANALYST),
          new Place("/operations", "operations", Role.Name.OPERATOR));

  static Stream<Place> all() {
    return ALL.stream();
  }

  boolean isAt(String currentPath) {
    return path.equals("/") ? currentPath.equals("/") : currentPath.startsWith(path);
  }
}
