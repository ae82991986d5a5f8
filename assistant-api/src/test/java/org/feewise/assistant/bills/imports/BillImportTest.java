package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.feewise.assistant.bills.FreshDatabase;
import org.feewise.assistant.bills.imports.ImportOutcome.AlreadyImported;
import org.feewise.assistant.bills.imports.ImportOutcome.Imported;
import org.feewise.assistant.bills.imports.ImportOutcome.Reject;
import org.feewise.assistant.identity.PersonalCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillImportTest {
  private static final String MAPPING =
      """
      bill: no
      payer: client
      issuedOn: {column: sent, format: M/d/yyyy}
      dueOn: {column: deadline, format: M/d/yyyy}
      settledOn: {column: paid, format: M/d/yyyy}
      amount: sum
      attributes: [country, paper]
      """;
  private static final String HEADER = "no,client,sent,deadline,paid,sum,country,paper\n";

  private static final PersonalCipher CIPHER = PersonalCipher.of(PersonalCipher.newKeyset());

  private static FreshDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void createDatabase() throws SQLException {
    database = new FreshDatabase();
  }

  @AfterAll
  static void dropDatabase() throws SQLException {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    database.execute("truncate citizen, import_run, outbox cascade");
  }

  @Test
  void anOpenBillIsToldOfOnceAndASettledOneIsHistory() throws Exception {
    String file =
        HEADER
            + "A1,acme,1/2/2013,2/1/2013,1/15/2013,55.94,391,Paper\n"
            + "A2,acme,1/26/2013,2/25/2013,,61.7,406,\n";
    imported(file);
    imported(file + "A2,acme,1/26/2013,2/25/2013,,61.7,406,\n");

    assertThat(
            database.rows(
                """
                select o.topic, o.key = b.citizen_id, payload::json->>'type',
                  payload::json->>'subject' = b.citizen_id, bill_no,
                  payload::json->'data'->>'citizenId' = b.citizen_id,
                  payload::json->'data'->>'amount', payload::json->'data'->>'feeType',
                  payload::json->'data'->>'issuedOn', payload::json->'data'->>'dueOn'
                from outbox o join bill b on bill_no = payload::json->'data'->>'billNo'"""))
        .containsExactly(
            "feewise.bills.v1|t|org.feewise.bill-issued.v1|t|A2|t|61.70|NON_TAX|2013-01-26|2013-02-25");
  }

  @Test
  void moreOpenBillsThanADaysHandfulAreToldOfToNobody() throws Exception {
    StringBuilder file = new StringBuilder(HEADER);
    for (int bill = 0; bill <= IssuedBills.MOST_TOLD; bill++) {
      file.append("B").append(bill).append(",acme,1/26/2013,2/25/2013,,61.7,406,\n");
    }
    assertThat(imported(file.toString()).bills()).isEqualTo(IssuedBills.MOST_TOLD + 1);
    assertThat(database.rows("select count(*) from outbox")).containsExactly("0");
  }

  @Test
  void everyRowOfAGoodFileBecomesABillAndItsPayment() throws Exception {
    Imported imported =
        imported(
            HEADER
                + "A1,acme,1/2/2013,2/1/2013,1/15/2013,55.94,391,Paper\n"
                + "A2,acme,1/26/2013,2/25/2013,,61.7,406,\n"
                + "A3,\"Öl & Söhne, \"\"Köln\"\"\nBüro 2\",7/3/2013,8/2/2013,8/9/2013,100,391,\"a\tb\\c\"\n");

    assertThat(imported.rowsRead()).isEqualTo(3);
    assertThat(imported.bills()).isEqualTo(3);
    assertThat(imported.settled()).isEqualTo(2);
    assertThat(imported.payers()).isEqualTo(2);
    assertThat(imported.rejected()).isZero();
    assertThat(imported.rejectsFile()).isEmpty();
    assertThat(
            database.rows(
                """
                select bill_no, fee_type, principal_fen, paid_fen, issued_on, due_on,
                  effective_due_on, settled_on, source, attributes->>'country',
                  attributes->>'paper' from bill order by bill_no"""))
        .containsExactly(
            "A1|NON_TAX|5594|5594|2013-01-02|2013-02-01|2013-02-01|2013-01-15|shop|391|Paper",
            "A2|NON_TAX|6170|0|2013-01-26|2013-02-25|2013-02-25|null|shop|406|null",
            "A3|NON_TAX|10000|10000|2013-07-03|2013-08-02|2013-08-02|2013-08-09|shop|391|a\tb\\c");
    assertThat(
            database.rows(
                """
                select p.bill_no, p.principal_fen, (p.paid_at at time zone 'Asia/Shanghai')::date,
                  p.citizen_id = b.citizen_id
                from payment p join bill b using (bill_no) order by 1"""))
        .containsExactly("A1|5594|2013-01-15|t", "A3|10000|2013-08-09|t");
    assertThat(names()).containsExactlyInAnyOrder("acme", "Öl & Söhne, \"Köln\"\nBüro 2");
  }

  @Test
  void aPayerIsOneCitizenInAllFilesOfOneSource() throws Exception {
    imported(HEADER + "A1,acme,1/2/2013,2/1/2013,,1,1,1\n");
    imported(HEADER + "A2,acme,1/2/2013,2/1/2013,,1,1,1\n");

    assertThat(database.count("citizen")).isEqualTo(1);
    assertThat(database.count("bill")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theSeparatorIsFoundUnderTheHeaderEvenBehindAByteOrderMark(String separator)
      throws Exception {
    String text = HEADER + "A1,acme,1/2/2013,2/1/2013,,10.50,391,Paper\n";
    Imported imported = imported("\uFEFF" + text.replace(",", separator));

    assertThat(imported.bills()).isEqualTo(1);
    assertThat(database.rows("select principal_fen from bill")).containsExactly("1050");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n  \n", "\uFEFF"})
  void anEmptyFileIsRefused(String text) {
    assertThatThrownBy(() -> run(text))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void aHeaderWithoutRowsIsRefusedAndLeavesNothing() throws Exception {
    assertThatThrownBy(() -> run(HEADER)).hasMessageContaining("has a header and no rows");
    assertThat(database.count("import_run")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "GBK", "GB2312"})
  void aChineseFileThatIsNotUtf8IsRefusedByItsEncodingWithTheByteAndTheLine(String charset)
      throws Exception {
    String first = HEADER + "A1,acme,1/2/2013,2/1/2013,,1,1,1\nA2,";
    Path file = folder.resolve("chinese.csv");
    Files.write(
        file, (first + "费用,1/2/2013,2/1/2013,,1,1,水费\n").getBytes(Charset.forName(charset)));
    long firstBad = first.length() + 1;

    assertThatThrownBy(() -> run(file, MAPPING))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is GB18030 (GBK), not UTF-8: from byte " + firstBad + ", on line 3")
        .hasMessageContaining("iconv -f GB18030 -t UTF-8");
    assertThat(database.count("bill")).isZero();
  }

  @Test
  void anOldWesternFileIsNotTakenForAChineseOne() throws Exception {
    String text = HEADER + "A1,Café Bézier & Söhne,1/2/2013,2/1/2013,,1,1,1\n";
    Path file = folder.resolve("western.csv");
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
    long firstBad = (HEADER + "A1,Caf").length() + 1;

    assertThatThrownBy(() -> run(file, MAPPING))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is not UTF-8: byte " + firstBad + ", on line 2, is 0xE9")
        .hasMessageContaining("iconv -f WINDOWS-1252");
  }

  @Test
  void aFaultyByteIsFoundFarIntoTheFileToo() throws Exception {
    byte[] bytes = (HEADER + "é".repeat(100_000) + "x".repeat(70_000)).getBytes(UTF_8);
    bytes[150_000] = (byte) 0xFF;
    Path file = folder.resolve("late.csv");
    Files.write(file, bytes);

    assertThatThrownBy(() -> run(file, MAPPING))
        .hasMessageContaining("on line 2, is 0x")
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void aUtf16FileIsRefusedByItsName() throws Exception {
    Path file = folder.resolve("excel.csv");
    Files.write(file, HEADER.getBytes(Charset.forName("UTF-16")));

    assertThatThrownBy(() -> run(file, MAPPING)).hasMessageContaining("is UTF-16");
  }

  @Test
  void aMissingColumnIsNamedWithTheColumnsFound() {
    assertThatThrownBy(() -> run("no,client,sent,paid\nA1,acme,1/2/2013,\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("lacks the mapped columns: deadline, sum, country, paper;")
        .hasMessageContaining("the columns found are: no, client, sent, paid.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "A1,acme,13/40/2013,2/1/2013,,1,1,1 > sent > \"13/40/2013\" is not a day written as M/d/yyyy",
        "A1,acme,2/30/2013,3/1/2013,,1,1,1 > sent > \"2/30/2013\" is not a day written as M/d/yyyy",
        "A1,acme,,2/1/2013,,1,1,1 > sent > is blank",
        "A1,acme,1/2/0013,2/1/2013,,1,1,1 > sent > 0013-01-02 is not between 1900-01-01 and 2199-12-31",
        "A1,acme,3/2/2013,2/1/2013,,1,1,1 > deadline > the due date 2013-02-01 is before the issue date 2013-03-02",
        "A1,acme,1/2/2013,2/1/2013,1/1/2013,1,1,1 > paid > the settlement date 2013-01-01 is before the issue date 2013-01-02",
        "A1,acme,1/2/2013,2/1/2013,soon,1,1,1 > paid > \"soon\" is not a day written as M/d/yyyy",
        "A1,acme,1/2/2013,2/1/2013,,1.005,1,1 > sum > \"1.005\" has more than two decimal places and is no whole number of fen",
        "A1,acme,1/2/2013,2/1/2013,,0.00,1,1 > sum > \"0.00\" is not above zero",
        "A1,acme,1/2/2013,2/1/2013,,-3,1,1 > sum > \"-3\" is not above zero",
        "A1,acme,1/2/2013,2/1/2013,,1e5,1,1 > sum > \"1e5\" is not an amount (such as 1234.50, without currency sign and grouping)",
        "A1,acme,1/2/2013,2/1/2013,,,1,1 > sum > is blank",
        ",acme,1/2/2013,2/1/2013,,1,1,1 > no > is blank",
        "A1,,1/2/2013,2/1/2013,,1,1,1 > client > is blank",
        "A1,acme,1/2/2013,2/1/2013,,1,1 > > the row has 7 fields, the header has 8",
        "A1,acme,1/2/2013,2/1/2013,,1,1,1,1 > > the row has 9 fields, the header has 8"
      })
  void aBadRowIsRejectedByLineFieldAndReasonWhileTheOthersStand(
      String row, String field, String reason) throws Exception {
    Imported imported =
        imported(
            HEADER
                + "G1,\"a\nb\",1/2/2013,2/1/2013,,1,1,1\n"
                + row.strip()
                + "\nG2,acme,1/2/2013,2/1/2013,,1,1,1\n");

    assertThat(imported.bills()).isEqualTo(2);
    assertThat(imported.firstRejects()).containsExactly(new Reject(4, field, reason));
    assertThat(database.rows("select line, field, reason from import_reject"))
        .containsExactly("4|" + field + "|" + reason);
    assertThat(database.rows("select rows_read, rows_accepted, rows_rejected from import_run"))
        .containsExactly("3|2|1");
  }

  @Test
  void everyRejectStandsInAFileOfItsOwn() throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 25; i++) {
      text.append("A").append(i).append(",acme,never,2/1/2013,,1,1,1\n");
    }
    Imported imported = imported(text + "G1,acme,1/2/2013,2/1/2013,,1,1,1\n");

    assertThat(imported.firstRejects()).hasSize(10);
    assertThat(Files.readAllLines(imported.rejectsFile().orElseThrow()))
        .hasSize(26)
        .startsWith("line,field,reason")
        .contains("2,sent,\"\"\"never\"\" is not a day written as M/d/yyyy\"");
  }

  @Test
  void aRepeatedBillNumberIsRejectedNamingItsFirstLine() throws Exception {
    Imported imported =
        imported(
            HEADER
                + "A1,acme,1/2/2013,2/1/2013,,1,1,1\n"
                + "A2,acme,1/2/2013,2/1/2013,,2,1,1\n"
                + "A1,acme,1/2/2013,2/1/2013,,3,1,1\n"
                + "A1,acme,1/2/2013,2/1/2013,,4,1,1\n");

    assertThat(imported.firstRejects())
        .containsExactly(
            new Reject(4, "no", "bill number A1 is repeated; it stands first on line 2"),
            new Reject(5, "no", "bill number A1 is repeated; it stands first on line 2"));
    assertThat(database.rows("select bill_no, principal_fen from bill order by 1"))
        .containsExactly("A1|100", "A2|200");
  }

  @Test
  void aBillNumberThatTheDatabaseHasIsRejectedAndTheBillKept() throws Exception {
    imported(HEADER + "A1,acme,1/2/2013,2/1/2013,,1,1,1\n");
    Imported again =
        imported(
            HEADER + "A1,acme,1/2/2013,2/1/2013,,9,1,1\n" + "A2,acme,1/2/2013,2/1/2013,,2,1,1\n");

    assertThat(again.bills()).isEqualTo(1);
    assertThat(again.firstRejects())
        .containsExactly(
            new Reject(2, "no", "bill number A1 is in the database already (source shop)"));
    assertThat(database.rows("select principal_fen from bill where bill_no = 'A1'"))
        .containsExactly("100");
  }

  @Test
  void theSameFileIsImportedOnce() throws Exception {
    String text = HEADER + "A1,acme,1/2/2013,2/1/2013,1/3/2013,1,1,1\n";
    Imported first = imported(text);

    assertThat(run(text))
        .isEqualTo(
            new AlreadyImported(first.importId(), Instant.parse("2026-11-24T04:00:00Z"), 1, 0));
    assertThat(database.count("bill")).isEqualTo(1);
    assertThat(database.count("import_run")).isEqualTo(1);
  }

  @Test
  void theSameFileUnderACorrectedMappingTakesWhatWasRejected() throws Exception {
    String text = HEADER + "A1,acme,2/1/2013,3/4/2013,,1,1,1\nA2,acme,13/1/2013,14/4/2013,,1,1,1\n";
    assertThat(imported(text).bills()).isEqualTo(1);

    Path file = write("bills.csv", text);
    Imported corrected = (Imported) run(file, MAPPING.replace("M/d/yyyy", "d/M/yyyy"));
    assertThat(corrected.bills()).isEqualTo(1);
    assertThat(database.rows("select bill_no, issued_on from bill order by 1"))
        .containsExactly("A1|2013-02-01", "A2|2013-01-13");
  }

  @Test
  void aQuoteThatNeverClosesRefusesTheFileAndLeavesNothing() throws Exception {
    assertThatThrownBy(
            () ->
                run(
                    HEADER
                        + "A1,acme,1/2/2013,2/1/2013,,1,1,1\n"
                        + "A2,\"acme\"x,1/2/2013,2/1/2013,,1,1,1\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("after line 2");
    assertThat(database.count("bill")).isZero();
    assertThat(database.count("import_run")).isZero();
  }

  @Test
  void theFeeTypeIsAColumnOrOneForTheWholeFile() throws Exception {
    String text = HEADER + "A1,acme,1/2/2013,2/1/2013,,1,WATER,1\n";
    run(write("bills.csv", text), MAPPING + "feeType: country\n");
    run(write("more.csv", text.replace("A1", "A2")), MAPPING + "feeType: HEATING\n");

    assertThat(database.rows("select bill_no, fee_type from bill order by 1"))
        .containsExactly("A1|WATER", "A2|HEATING");
    assertThatThrownBy(
            () -> run(write("bad.csv", text.replace("A1", "A3")), MAPPING + "feeType: SNOW\n"))
        .hasMessageContaining("\"SNOW\" is neither a fee type nor a column");
  }

  @Test
  void aMappingWithoutAnAmountIsRefused() throws Exception {
    Path file = write("bills.csv", HEADER + "A1,acme,1/2/2013,2/1/2013,,1,1,1\n");

    assertThatThrownBy(() -> run(file, MAPPING.replace("amount: sum", "")))
        .hasMessageContaining("does not name amount");
    assertThatThrownBy(() -> run(file, "just a sentence")).hasMessageContaining("mapping");
  }

  @Test
  void aFailureOfTheDatabaseLeavesNothingHalfWritten() throws Exception {
    database.execute("alter table payment add constraint full_disk check (principal_fen <> 666)");
    try {
      assertThatThrownBy(
              () ->
                  run(
                      HEADER
                          + "A1,acme,1/2/2013,2/1/2013,1/3/2013,1,1,1\n"
                          + "A2,acme,1/2/2013,2/1/2013,1/3/2013,6.66,1,1\n"))
          .isInstanceOf(SQLException.class);
    } finally {
      database.execute("alter table payment drop constraint full_disk");
    }
    assertThat(database.count("citizen")).isZero();
    assertThat(database.count("bill")).isZero();
    assertThat(database.count("import_run")).isZero();
  }

  /** The payers as the database keeps them, decrypted. */
  private static List<String> names() throws SQLException {
    return database.rows("select citizen_id, encode(name_cipher, 'hex') from citizen").stream()
        .map(row -> row.split("\\|"))
        .map(row -> CIPHER.decrypt(HexFormat.of().parseHex(row[1]), row[0]))
        .toList();
  }

  /** Takes about 25 s alone on two cores; the bound leaves room for busy ones. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aMillionRowsAreStreamedInBoundedTimeWhileTheDatabaseIsCleaned() throws Exception {
    Path file = folder.resolve("million.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < 1_000_000; i++) {
        String paid = i % 4 == 0 ? "" : "1/%d/2013".formatted(10 + i % 20);
        out.write(
            "M%d,payer%d,1/2/2013,2/1/2013,%s,%d.%02d,391,Paper\n"
                .formatted(i % 999_999, i % 30_000, paid, 1 + i % 500, i % 100));
      }
    }
    Imported imported = (Imported) run(file, MAPPING, new CleaningBetweenSteps());

    assertThat(imported.bills()).isEqualTo(999_999);
    assertThat(imported.firstRejects())
        .containsExactly(
            new Reject(1_000_001, "no", "bill number M0 is repeated; it stands first on line 2"));
    assertThat(database.count("bill")).isEqualTo(999_999);
    assertThat(database.count("payment")).isEqualTo(imported.settled());
  }

  private Imported imported(String text) throws IOException, SQLException {
    return (Imported) run(text);
  }

  private ImportOutcome run(String text) throws IOException, SQLException {
    return run(write("bills.csv", text), MAPPING);
  }

  private ImportOutcome run(Path file, String mapping) throws IOException, SQLException {
    return run(file, mapping, new Quiet());
  }

  private ImportOutcome run(Path file, String mapping, ImportProgress progress)
      throws IOException, SQLException {
    Clock noon = Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);
    return new BillImport(
            database.source(), CIPHER, noon, BillImport.words(Locale.ENGLISH), progress)
        .run(file, write("mapping.yaml", mapping), "shop", folder.resolve("rejects.csv"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, UTF_8);
  }

  /**
   * What autovacuum does when it comes by in the middle: it sees none of the rows being written.
   */
  private record CleaningBetweenSteps() implements ImportProgress {
    @Override
    public void read(long rows) {}

    @Override
    public void writing(Step step, long rows) {
      try {
        database.execute("vacuum (analyze, skip_locked) citizen, bill");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Quiet() implements ImportProgress {
    @Override
    public void read(long rows) {}

    @Override
    public void writing(Step step, long rows) {}
  }
}
