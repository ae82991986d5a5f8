package org.feewise.assistant.chat.evaluation;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillStore;
import org.feewise.assistant.bills.SurchargeRules;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.command.Command;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.words.Words;
import picocli.CommandLine;

/** {@code eval chat FILE [--out FILE]}. */
@Singleton
class EvalChatCommand implements Command {
  private static final LocalDate REHEARSED_ON = LocalDate.of(2026, 6, 17);

  private final Instance<Assistant> assistant;
  private final DataSource database;
  private final BillStore store;
  private final SurchargeRules rules;
  private final Surcharges surcharges;

  /** Takes the assistant only when it runs: loading what it understands with costs seconds. */
  EvalChatCommand(
      Instance<Assistant> assistant,
      DataSource database,
      BillStore store,
      SurchargeRules rules,
      Surcharges surcharges) {
    this.assistant = assistant;
    this.database = database;
    this.store = store;
    this.rules = rules;
    this.surcharges = surcharges;
  }

  @Override
  public String name() {
    return "eval chat";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out, System.err);
  }

  int run(List<String> arguments, PrintStream metricsTo, PrintStream complaintsTo) {
    Options options = new Options();
    try {
      new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      complaintsTo.println(e.getMessage());
      return Evaluation.UNREADABLE;
    }
    return new Evaluation(metricsTo, complaintsTo)
        .run(options.cases, Optional.ofNullable(options.out), evaluation(complaintsTo));
  }

  private ChatEvaluation evaluation(PrintStream progressTo) {
    Words words = Words.of(EvalChatCommand.class, "evaluation", Locale.getDefault());
    DemoCitizens citizens = new DemoCitizens(database, store, rules, surcharges);
    ChatEvaluation rehearsal = new ChatEvaluation(assistant.get(), citizens, turns -> {});
    Words.languages().forEach(language -> rehearsal.score(rehearsal(language)));
    return new ChatEvaluation(assistant.get(), citizens, new ProgressLines(words, progressTo));
  }

  /** A talk before the first case, so that latencies are those of a service at work. */
  private static ChatCase rehearsal(Locale language) {
    Words words = Words.of(EvalChatCommand.class, "evaluation", language);
    List<ChatCase.Turn> turns =
        Pattern.compile(" \\| ")
            .splitAsStream(words.say("rehearsal"))
            .map(say -> new ChatCase.Turn(say, Optional.empty()))
            .toList();
    return new ChatCase("rehearsal", language, REHEARSED_ON, turns);
  }

  /** What the command line says. */
  @CommandLine.Command(name = "eval chat")
  private static final class Options {
    @CommandLine.Parameters(paramLabel = "CASES.jsonl")
    Path cases;

    @CommandLine.Option(names = "--out", paramLabel = "FILE")
    Path out;
  }
}
