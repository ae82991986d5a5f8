package org.feewise.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores one capability on a JSON Lines file of cases. */
abstract class EvalCasesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASES.jsonl", descriptionKey = "eval.cases")
  private Path cases;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "eval.out")
  private Path out;

  @Override
  public final Integer call() {
    return score(cases, Optional.ofNullable(out), System.out, System.err);
  }

  /** Scores the file and gives the exit status. */
  abstract int score(Path cases, Optional<Path> out, PrintStream metrics, PrintStream complaints);
}
