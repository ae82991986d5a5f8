package org.feewise.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.feewise.models.plans.evaluation.PlanEvaluation;
import picocli.CommandLine.Command;

/** Scores payment plans: feasible where one exists, and of least cost. */
@Command(name = "plans", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class EvalPlansCommand extends EvalCasesCommand {
  @Override
  int score(Path cases, Optional<Path> out, PrintStream metrics, PrintStream complaints) {
    return PlanEvaluation.run(cases, out, metrics, complaints);
  }
}
