package org.feewise.assistant.chat.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillStore;
import org.feewise.assistant.bills.SurchargeRules;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.command.Command;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.evaluation.MalformedCase;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.words.Words;
import picocli.CommandLine;

/** {@code bench chat [--warm-up N] [--rounds N] CASES.jsonl ...} and {@code bench chat --model}. */
@Singleton
class BenchChatCommand implements Command {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Instance<Assistant> assistant;
  private final DemoCitizens citizens;
  private final ModelTrial trial;

  /** Takes the assistant only when it runs: a fresh process measures its first turn. */
  BenchChatCommand(
      Instance<Assistant> assistant,
      DataSource database,
      BillStore store,
      SurchargeRules rules,
      Surcharges surcharges,
      ModelTrial trial) {
    this.assistant = assistant;
    this.trial = trial;
    this.citizens = new DemoCitizens(database, store, rules, surcharges);
  }

  @Override
  public String name() {
    return "bench chat";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out, System.err);
  }

  int run(List<String> arguments, PrintStream measuresTo, PrintStream complaintsTo) {
    Options options = new Options();
    try {
      new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
      Words words = Words.of(BenchChatCommand.class, "evaluation", Locale.getDefault());
      Map<String, Object> measures =
          options.model
              ? trial.measures(assistant.get(), new ProgressLines(words, complaintsTo))
              : measures(options, options.read(), complaintsTo);
      new Evaluation(measuresTo, complaintsTo).print(measures);
      return Evaluation.SCORED;
    } catch (CommandLine.ParameterException e) {
      complaintsTo.println(e.getMessage());
    } catch (IOException e) {
      complaintsTo.println("bench chat: cannot be read: " + e.getMessage());
    } catch (SQLException e) {
      complaintsTo.println("bench chat: the database refused: " + e.getMessage());
    }
    return Evaluation.UNREADABLE;
  }

  private Map<String, Object> measures(
      Options options, List<ChatCase> cases, PrintStream progressTo) {
    long began = System.nanoTime();
    Assistant loaded = assistant.get();
    long loadMs = (System.nanoTime() - began) / 1_000_000;
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("cores", Runtime.getRuntime().availableProcessors());
    measures.put("cases", cases.size());
    measures.put("warmUpRounds", options.warmUp);
    measures.put("rounds", options.rounds);
    measures.put("loadMs", loadMs);
    measures.put("firstTurnMs", ChatBench.firstTurn(loaded, citizens, cases.getFirst()));
    Words words = Words.of(BenchChatCommand.class, "evaluation", Locale.getDefault());
    ChatBench bench = new ChatBench(loaded, citizens, new ProgressLines(words, progressTo));
    measures.putAll(bench.run(cases, options.warmUp, options.rounds));
    return measures;
  }

  /** What the command line says. */
  @CommandLine.Command(name = "bench chat")
  private static final class Options {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "CASES.jsonl", arity = "0..*")
    private List<Path> files = List.of();

    @CommandLine.Option(names = "--model")
    private boolean model;

    @CommandLine.Option(names = "--warm-up", paramLabel = "ROUNDS", defaultValue = "1")
    private int warmUp;

    @CommandLine.Option(names = "--rounds", paramLabel = "ROUNDS", defaultValue = "3")
    private int rounds;

    List<ChatCase> read() throws IOException {
      if (warmUp < 0 || rounds < 1) {
        throw wrong("bench chat: --warm-up is at least 0 and --rounds at least 1");
      }
      List<ChatCase> cases = new ArrayList<>();
      for (Path file : files) {
        read(file, cases);
      }
      if (cases.isEmpty()) {
        throw wrong("bench chat: no case in " + files);
      }
      return cases;
    }

    private void read(Path file, List<ChatCase> cases) throws IOException {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        try {
          if (!line.isBlank()) {
            cases.add(ChatCase.of(CaseFields.of(JSON.readTree(line))));
          }
        } catch (JsonProcessingException e) {
          throw wrong(file + " line " + number + ": not JSON: " + e.getOriginalMessage());
        } catch (MalformedCase e) {
          throw wrong(file + " line " + number + ": " + e.getMessage());
        }
      }
    }

    private CommandLine.ParameterException wrong(String sentence) {
      return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }
  }
}
