package org.feewise.notebooks.kernel;

import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Executes statements in this JVM and keeps what the last one gave, which JShell would only print.
 */
final class ValueKeeper extends DirectExecutionControl {
  private Object last;

  @Override
  protected String invoke(Method statement) throws ReflectiveOperationException {
    last = statement.invoke(null);
    return valueString(last);
  }

  Object last() {
    return last;
  }

  void forget() {
    last = null;
  }
}
