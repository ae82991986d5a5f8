package org.feewise.assistant.bills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of one query and the values of its named parameters; values never become text. */
final class Conditions {
  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  Conditions where(String clause) {
    clauses.add("(" + clause + ")");
    return this;
  }

  Conditions where(String clause, String name, Object value) {
    values.put(name, value);
    return where(clause);
  }

  Conditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  String clause() {
    return String.join(" and ", clauses);
  }

  Map<String, Object> values() {
    return values;
  }
}
