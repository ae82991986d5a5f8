package org.feewise.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.feewise.models.fees.SurchargeEvaluation;
import org.feewise.models.fees.Surcharges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores surcharges: late days and amount, to the day and the fen. */
@Command(name = "surcharge", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class EvalSurchargeCommand extends EvalCasesCommand {
  @Option(names = "--rules", paramLabel = "FOLDER")
  private Path rules;

  @Override
  int score(Path cases, Optional<Path> out, PrintStream metrics, PrintStream complaints) {
    Surcharges surcharges = rules == null ? Surcharges.builtIn() : Surcharges.withRulesFrom(rules);
    return new SurchargeEvaluation(surcharges).score(cases, out, metrics, complaints);
  }
}
