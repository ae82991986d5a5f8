package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.feewise.assistant.bills.imports.ImportProgress.Step;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.words.Words;

/**
 * Imports the bills of a CSV file in one transaction: either every row stands in the database, as a
 * bill or as a reject with its reason, or nothing has changed. Rows are streamed, so that memory
 * does not grow with the file.
 */
public final class BillImport {
  private static final int ROWS_A_REPORT = 10_000;

  private final DataSource database;
  private final PersonalCipher cipher;
  private final Clock clock;
  private final Words words;
  private final ImportProgress progress;

  /**
   * @param cipher encrypts what the file calls the payer
   * @param words language of reasons and refusals
   */
  public BillImport(
      DataSource database,
      PersonalCipher cipher,
      Clock clock,
      Words words,
      ImportProgress progress) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
    this.words = words;
    this.progress = progress;
  }

  /** The words of imports in a language. */
  public static Words words(Locale locale) {
    return Words.of(BillImport.class, "imports", locale);
  }

  /**
   * Imports a file.
   *
   * @param source names where the bills come from; payers of one source are the same people
   * @param rejects where to write the rejected rows
   * @throws UnreadableFileException when the file or the mapping cannot be used at all
   */
  public ImportOutcome run(Path file, Path mappingFile, String source, Path rejects)
      throws IOException, SQLException {
    CheckedFile checked = CheckedFile.of(file, words);
    String mappingText = Files.readString(mappingFile, UTF_8);
    BillMapping mapping = mapping(mappingText);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ImportOutcome outcome =
            once(new Job(connection, checked, mapping, sha256(mappingText), source, rejects));
        connection.commit();
        return outcome;
      } catch (IOException | SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private ImportOutcome once(Job job) throws IOException, SQLException {
    ImportRuns runs = new ImportRuns(job.connection());
    runs.waitForTurn();
    Optional<ImportOutcome.AlreadyImported> earlier =
        runs.earlier(job.file(), job.mappingSha256(), job.source());
    return earlier.isPresent() ? earlier.get() : write(job, runs);
  }

  private ImportOutcome.Imported write(Job job, ImportRuns runs) throws IOException, SQLException {
    String importId = UUID.randomUUID().toString();
    runs.begin(importId, job.file(), job.mappingSha256(), job.source(), clock.instant());
    StagedBills staged = new StagedBills(job.connection(), job.source(), cipher);
    long read = stage(job, staged);
    progress.writing(Step.CHECKING, read);
    String field = job.mapping().bill().orElse(null);
    staged.rejectRepeated(field, words.say("row.repeated", "{bill}", "{line}"));
    staged.rejectKnown(field, words.say("row.known", "{bill}", "{source}"));
    progress.writing(Step.PAYERS, read);
    long payers = staged.writeCitizens();
    progress.writing(Step.BILLS, read);
    long bills = staged.writeBills(words(Words.CHINESE).say("bill.title", "{bill}"));
    progress.writing(Step.PAYMENTS, read);
    long settled = staged.writePayments();
    long rejected = staged.writeRejects(importId);
    new IssuedBills(job.connection(), clock).leaveInOutbox();
    runs.finish(importId, read, bills, rejected, clock.instant());
    Optional<Path> rejectsFile =
        rejected == 0 ? Optional.empty() : writeRejects(runs, importId, job.rejects());
    return new ImportOutcome.Imported(
        importId, read, bills, settled, payers, rejected, runs.firstRejects(importId), rejectsFile);
  }

  private long stage(Job job, StagedBills staged) throws IOException, SQLException {
    long read = 0;
    try (CsvTable table = CsvTable.open(job.file().path(), job.mapping(), words)) {
      RowReader rows = new RowReader(job.mapping(), table.header(), job.source(), words);
      try (CopyRows copy = staged.copy()) {
        while (table.hasNext()) {
          staged.write(copy, rows.read(table.next()));
          if (++read % ROWS_A_REPORT == 0) {
            progress.read(read);
          }
        }
      }
    }
    if (read == 0) {
      throw new UnreadableFileException(words.say("file.no-rows", job.file().path().toString()));
    }
    return read;
  }

  /** The rejects also stand in the database, so a folder that cannot be written is no failure. */
  private static Optional<Path> writeRejects(ImportRuns runs, String importId, Path target)
      throws SQLException {
    try {
      runs.writeRejects(importId, target);
      return Optional.of(target);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private BillMapping mapping(String text) {
    try {
      return BillMapping.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(words.say("mapping.unreadable", e.getMessage()), e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Job(
      Connection connection,
      CheckedFile file,
      BillMapping mapping,
      String mappingSha256,
      String source,
      Path rejects) {}
}
