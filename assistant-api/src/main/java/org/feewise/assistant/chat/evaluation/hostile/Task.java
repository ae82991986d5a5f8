package org.feewise.assistant.chat.evaluation.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.feewise.models.words.Words;

/** What a citizen asks for while a model is put to the test. */
public enum Task {
  OWE("bills"),
  DUE("bills", "deadlines"),
  LATE("bills", "surcharge"),
  PAID("bills", "payments");

  private final List<ModelStandIn.Call> calls;

  Task(String... tools) {
    this.calls = Arrays.stream(tools).map(tool -> new ModelStandIn.Call(tool, "{}")).toList();
  }

  /** The words it is asked in. */
  public String question(Locale locale) {
    return Words.of(Task.class, "tasks", locale).sayKey("task", this);
  }

  /** The tools that a model calls for it. */
  ModelStandIn.Call[] calls() {
    return calls.toArray(ModelStandIn.Call[]::new);
  }

  static Task named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
