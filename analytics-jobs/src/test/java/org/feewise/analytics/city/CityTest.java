package org.feewise.analytics.city;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CityTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 24);
  private static final CityPlan PLAN = new CityPlan(60, 14, 11, UNTIL);

  private static SparkSession spark;
  @TempDir Path folder;

  @BeforeAll
  static void open() {
    spark = SparkSessions.local(2);
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @ParameterizedTest
  @EnumSource(CityTable.class)
  void theSameSeedGivesTheSameRowsHoweverTheyArePartitioned(CityTable table) {
    List<Row> one = new City(spark, PLAN).table(table, 1).collectAsList();
    List<Row> again = new City(spark, PLAN).table(table, 7).collectAsList();

    assertThat(again).isNotEmpty().isEqualTo(one);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    new City(spark, PLAN).write(folder.resolve("one"), City.Format.CSV);
    new City(spark, PLAN).write(folder.resolve("other"), City.Format.CSV);

    assertThat(contents(folder.resolve("one")))
        .hasSizeGreaterThan(6)
        .isEqualTo(contents(folder.resolve("other")));
  }

  @Test
  void anotherSeedGivesAnotherCity() {
    CityPlan other = new CityPlan(PLAN.citizens(), PLAN.months(), 12, UNTIL);

    assertThat(bills(other)).isNotEqualTo(bills(PLAN));
  }

  @Test
  void aDayMoreOfHistoryChangesNothingThatWasAlreadyKnown() {
    LocalDate later = UNTIL.plusMonths(2);
    Map<String, CitizenLife.Told> known = byNumber(PLAN);
    Map<String, CitizenLife.Told> since = byNumber(new CityPlan(60, 16, 11, later));

    assertThat(since).containsKeys(known.keySet().toArray(String[]::new));
    known.forEach(
        (billNo, before) -> {
          CitizenLife.Told after = since.get(billNo);
          assertThat(after.bill()).isEqualTo(before.bill());
          assertThat(after.payments().subList(0, before.payments().size()))
              .isEqualTo(before.payments());
        });
  }

  @Test
  void parquetKeepsTypesAndRows() throws IOException {
    new City(spark, PLAN).write(folder, City.Format.PARQUET);
    var bills = spark.read().parquet(folder.resolve("bills").toString());

    assertThat(bills.count()).isEqualTo(count(PLAN));
    assertThat(bills.schema().fieldNames()).isEqualTo(CityTable.BILLS.schema().fieldNames());
    assertThat(bills.schema().apply("effective_due_on").dataType().typeName()).isEqualTo("date");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 24, 2026-01-01, citizens 0",
    "10000000, 24, 2026-01-01, citizens 10000000",
    "10, 0, 2026-01-01, months 0",
    "10, 24, 1999-12-31, until 1999-12-31",
  })
  void anImpossiblePlanIsRefusedByName(int citizens, int months, LocalDate until, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CityPlan(citizens, months, 1, until))
        .withMessageContaining(named);
  }

  @Test
  void identityNumbersHaveAValidCheckDigitAndNoRealPlace() {
    List<String> numbers =
        IntStream.rangeClosed(1, 60)
            .mapToObj(number -> new CitizenLife.Teller(PLAN).profile(number).citizen().nationalId())
            .toList();

    assertThat(numbers).allMatch(CityTest::isValidIdentityNumber).doesNotHaveDuplicates();
    assertThat(numbers).allMatch(number -> number.startsWith("99"));
  }

  /** ISO 7064 MOD 11-2, computed the way the standard states it: the remainder must be 1. */
  private static boolean isValidIdentityNumber(String number) {
    int remainder = 0;
    for (char digit : number.toCharArray()) {
      remainder = (remainder * 2 + (digit == 'X' ? 10 : digit - '0')) % 11;
    }
    return number.length() == 18 && remainder == 1;
  }

  private static List<CitizenLife.Told> bills(CityPlan plan) {
    CitizenLife.Teller teller = new CitizenLife.Teller(plan);
    return IntStream.rangeClosed(Persona.count() + 1, plan.citizens())
        .mapToObj(teller::life)
        .flatMap(life -> life.bills().stream())
        .toList();
  }

  private static Map<String, CitizenLife.Told> byNumber(CityPlan plan) {
    return bills(plan).stream().collect(toMap(told -> told.bill().billNo(), told -> told));
  }

  private static long count(CityPlan plan) {
    CitizenLife.Teller teller = new CitizenLife.Teller(plan);
    return IntStream.rangeClosed(1, plan.citizens())
        .mapToLong(number -> teller.life(number).bills().size())
        .sum();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".json"))
          .collect(
              toMap(
                  file ->
                      folder
                          .relativize(file)
                          .toString()
                          .replaceAll("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", ""),
                  CityTest::read));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
