package org.feewise.notebooks.kernel;

import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionEnv;

/** Runs the cells of a notebook, each knowing what the cells before it declared. */
final class Cells implements AutoCloseable {
  private final ValueKeeper values = new ValueKeeper();
  private final JShell shell;

  Cells() {
    shell = JShell.builder().executionEngine(new KeepingValues(), Map.of()).build();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      shell.addToClasspath(entry);
    }
  }

  /**
   * Runs a cell, statement by statement.
   *
   * @return the value of its last expression, or null when it ends with anything else
   * @throws CellFailed when a statement does not compile or throws
   */
  Object run(String cell) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    Object last = null;
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo statement = analysis.analyzeCompletion(rest);
      String source =
          statement.completeness() == Completeness.UNKNOWN || statement.source() == null
              ? rest
              : statement.source();
      last = runStatement(source);
      rest = source.equals(rest) ? "" : statement.remaining();
    }
    return last;
  }

  boolean isComplete(String cell) {
    return shell.sourceCodeAnalysis().analyzeCompletion(cell).completeness().isComplete();
  }

  private Object runStatement(String source) {
    Object value = null;
    values.forget();
    for (SnippetEvent event : shell.eval(source)) {
      if (event.status() == Snippet.Status.REJECTED) {
        throw new CellFailed(diagnostics(event.snippet()), null);
      }
      if (event.exception() != null) {
        throw failure(event.exception());
      }
      if (event.causeSnippet() == null && isExpression(event.snippet())) {
        value = values.last();
      }
    }
    return value;
  }

  private static boolean isExpression(Snippet snippet) {
    return switch (snippet.subKind()) {
      case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  private String diagnostics(Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .collect(Collectors.joining("\n", "", "\n" + snippet.source()));
  }

  private static CellFailed failure(JShellException failure) {
    String name =
        failure instanceof EvalException thrown
            ? thrown.getExceptionClassName() + ": " + thrown.getMessage()
            : failure.getMessage();
    return new CellFailed(name, failure);
  }

  @Override
  public void close() {
    shell.close();
  }

  /** A cell that did not compile, or threw. */
  static final class CellFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CellFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Has cells run in this JVM by the {@link ValueKeeper}. */
  private final class KeepingValues extends LocalExecutionControlProvider {
    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return values;
    }
  }
}
