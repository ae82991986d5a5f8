package org.feewise.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.feewise.models.fees.SurchargeEvaluation;
import picocli.CommandLine.Command;

/** Scores surcharges: late days and amount, to the day and the fen. */
@Command(name = "surcharge", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class EvalSurchargeCommand extends EvalCasesCommand {
  @Override
  int score(Path cases, Optional<Path> out, PrintStream metrics, PrintStream complaints) {
    return SurchargeEvaluation.run(cases, out, metrics, complaints);
  }
}
