package org.feewise.assistant.bills.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.feewise.assistant.command.Command;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.models.words.Words;
import picocli.CommandLine;

/** {@code import bills FILE --mapping MAPPING.yaml [--source NAME] [--rejects FILE]}. */
@Singleton
class ImportCommand implements Command {
  private static final int UNREADABLE = 2;

  private final DataSource database;
  private final PersonalCipher cipher;
  private final Clock clock;

  ImportCommand(DataSource database, PersonalCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "import bills";
  }

  @Override
  public int run(List<String> arguments) throws IOException, SQLException {
    Words words = BillImport.words(Locale.getDefault());
    Options options = new Options();
    try {
      new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
      return run(options, words);
    } catch (CommandLine.ParameterException | UnreadableFileException e) {
      System.err.println(e.getMessage());
      return UNREADABLE;
    }
  }

  private int run(Options options, Words words) throws IOException, SQLException {
    if (!Files.isReadable(options.mapping)) {
      throw new UnreadableFileException(
          words.say("mapping.absent", String.valueOf(options.mapping)));
    }
    ImportOutcome outcome =
        new BillImport(database, cipher, clock, words, new ProgressLines(words, System.err))
            .run(options.file, options.mapping, options.source(), options.rejects());
    System.out.print(
        new ImportSummary(options.file, options.rejects(), options.source(), words).of(outcome));
    return 0;
  }

  /** What the command line says. */
  @CommandLine.Command(name = "import bills")
  private static final class Options {
    @CommandLine.Parameters(paramLabel = "FILE")
    Path file;

    @CommandLine.Option(names = "--mapping", required = true, paramLabel = "MAPPING.yaml")
    Path mapping;

    @CommandLine.Option(names = "--source", paramLabel = "NAME")
    String source;

    @CommandLine.Option(names = "--rejects", paramLabel = "FILE")
    Path rejects;

    /** The name given, else the file's name without its ending. */
    String source() {
      return source == null ? stem() : source;
    }

    Path rejects() {
      return rejects == null ? file.resolveSibling(stem() + ".rejects.csv") : rejects;
    }

    private String stem() {
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }
  }
}
