package org.feewise.assistant.chat.evaluation.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.feewise.models.words.Words;

/** What a citizen asks for while a model is put to the test. */
public enum Task {
  OWE("all", "bills"),
  DUE("waterDue", "bills", "deadlines"),
  LATE("taxLate", "bills", "surcharge"),
  PAID("gas", "bills", "payments");

  private final String figure;
  private final List<ModelStandIn.Call> calls;

  Task(String figure, String... tools) {
    this.figure = figure;
    this.calls = Arrays.stream(tools).map(tool -> new ModelStandIn.Call(tool, "{}")).toList();
  }

  /** The words it is asked in. */
  public String question(Locale locale) {
    return Words.of(Task.class, "tasks", locale).sayKey("task", this);
  }

  /** The name of the figure that answers it. */
  String figure() {
    return figure;
  }

  /** The tools that a model calls for it. */
  ModelStandIn.Call[] calls() {
    return calls.toArray(ModelStandIn.Call[]::new);
  }

  static Task named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
