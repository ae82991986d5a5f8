package org.feewise.models.risk.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskFeaturesTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final FeatureSchema SCHEMA = FeatureSchema.of(List.of(), List.of());

  private static BillStory bill(int number, LocalDate issuedOn, Settlement settlement) {
    LocalDate dueOn = issuedOn.plusDays(20);
    return new BillStory(
        "b" + number,
        "payer",
        issuedOn,
        dueOn,
        100 + number,
        number % 2 == 0 ? "WATER" : "GAS",
        settlement,
        "APP",
        1,
        null,
        Verdict.byDates(dueOn, settlement).orElseThrow(),
        new double[0],
        new String[0]);
  }

  private static List<BillStory> random(long seed, int bills) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BillStory> stories = new ArrayList<>();
    LocalDate day = START;
    for (int i = 0; i < bills; i++) {
      day = day.plusDays(random.nextInt(25));
      Settlement settlement =
          random.nextInt(8) == 0
              ? Settlement.notYet()
              : Settlement.on(day.plusDays(1 + random.nextInt(60)));
      stories.add(bill(i, day, settlement));
    }
    return stories;
  }

  private static List<FeatureRow> described(List<BillStory> bills) {
    PopulationRates.Counts counts = new PopulationRates.Counts();
    bills.forEach(counts::add);
    List<FeatureRow> rows = new ArrayList<>();
    new RiskFeatures(SCHEMA, counts.rates()).describeAll(bills, (_, row) -> rows.add(row));
    return rows;
  }

  private static double number(FeatureRow row, String name) {
    return row.numbers()[SCHEMA.numbers().indexOf(name)];
  }

  /** Whatever happens after the day of issue, in any history, changes no feature of the bill. */
  @Property(tries = 300)
  void theFutureMovesNoFeature(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int bills, @ForAll long otherwise) {
    List<BillStory> stories = random(seed, bills);
    SplittableRandom random = new SplittableRandom(otherwise);
    int described = random.nextInt(bills);
    LocalDate today = stories.get(described).issuedOn();
    List<BillStory> other = new ArrayList<>();
    for (int i = 0; i < bills; i++) {
      other.add(futureChanged(i, stories.get(i), today, random));
    }
    FeatureRow before = described(stories).get(described);
    FeatureRow after = described(other).get(described);
    assertThat(after.numbers()).containsExactly(before.numbers());
    assertThat(after.categories()).containsExactly(before.categories());
  }

  /** A payment known by today stays; one still to come moves, but never before today. */
  private static BillStory futureChanged(
      int number, BillStory story, LocalDate today, SplittableRandom random) {
    if (story.settlement() instanceof Settlement.On(LocalDate day) && !day.isAfter(today)) {
      return story;
    }
    LocalDate earliest = story.issuedOn().isAfter(today) ? story.issuedOn() : today;
    return bill(
        number,
        story.issuedOn(),
        random.nextBoolean()
            ? Settlement.notYet()
            : Settlement.on(earliest.plusDays(1 + random.nextInt(90))));
  }

  @Property(tries = 100)
  void billsOfOneDayDoNotSeeEachOther(@ForAll long seed) {
    List<BillStory> stories = random(seed, 10);
    LocalDate last = stories.getLast().issuedOn().plusDays(3);
    List<BillStory> alone = new ArrayList<>(stories);
    alone.add(bill(10, last, Settlement.notYet()));
    List<BillStory> together = new ArrayList<>(stories);
    together.add(bill(12, last, Settlement.on(last)));
    together.add(bill(10, last, Settlement.notYet()));
    assertThat(described(together).getLast().numbers())
        .containsExactly(described(alone).getLast().numbers());
  }

  @Test
  void aSettlementCountsFromItsOwnDayOn() {
    List<BillStory> bills =
        List.of(
            bill(0, START, Settlement.on(START.plusDays(10))),
            bill(2, START.plusDays(9), Settlement.notYet()),
            bill(4, START.plusDays(10), Settlement.notYet()));
    List<FeatureRow> rows = described(bills);
    assertThat(number(rows.get(1), "payer_judged_bills")).isZero();
    assertThat(number(rows.get(1), "payer_open_bills")).isEqualTo(1);
    assertThat(number(rows.get(2), "payer_judged_bills")).isCloseTo(Math.log(2), within(1e-12));
    assertThat(number(rows.get(2), "payer_days_late_last")).isEqualTo(-10);
    assertThat(rows.get(2).categories()).containsExactly("WATER", "APP");
  }

  @Test
  void anUnpaidBillIsKnownToBeLateTheDayAfterItsDueDate() {
    List<BillStory> bills =
        List.of(
            bill(0, START, Settlement.on(START.plusDays(50))),
            bill(2, START.plusDays(20), Settlement.notYet()),
            bill(4, START.plusDays(21), Settlement.notYet()),
            bill(6, START.plusDays(51), Settlement.notYet()));
    List<FeatureRow> rows = described(bills);
    assertThat(number(rows.get(1), "payer_overdue_bills")).isZero();
    assertThat(number(rows.get(2), "payer_overdue_bills")).isEqualTo(1);
    assertThat(number(rows.get(2), "payer_overdue_days")).isEqualTo(1);
    assertThat(number(rows.get(2), "payer_streak")).isEqualTo(1);
    assertThat(number(rows.get(3), "payer_days_late_last")).isEqualTo(30);
  }

  @Test
  void aNewPayerLeansOnEverybody() {
    PopulationRates rates = new PopulationRates.Counts().add(START, "WATER", 1000, 400).rates();
    PayerHistory nobody = new PayerHistory();
    nobody.advanceTo(START.plusDays(1));
    FeatureRow row =
        new RiskFeatures(SCHEMA, rates)
            .describe(bill(0, START.plusDays(1), Settlement.notYet()), nobody);
    assertThat(number(row, "payer_late_share")).isCloseTo(0.4, within(0.01));
    assertThat(number(row, "fee_type_late_share")).isCloseTo(0.4, within(0.01));
    assertThat(number(row, "payer_days_late_mean")).isNaN();
    assertThat(row.categories()).containsExactly("WATER", null);
  }

  @Test
  void ratesForgetWhatIsOlderThanAYear() {
    PopulationRates rates =
        new PopulationRates.Counts()
            .add(START, "WATER", 1000, 900)
            .add(START.plusDays(400), "WATER", 1000, 100)
            .rates();
    assertThat(rates.lateShare(START.minusDays(1))).isEqualTo(0.2);
    assertThat(rates.lateShare(START)).isCloseTo(0.9, within(0.01));
    assertThat(rates.lateShare(START.plusDays(400))).isCloseTo(0.1, within(0.01));
  }

  @Test
  void aHistoryDoesNotGoBackInTime() {
    PayerHistory history = new PayerHistory();
    history.advanceTo(START);
    assertThatThrownBy(() -> history.advanceTo(START.minusDays(1)))
        .hasMessageContaining("2025-01-05 is before 2025-01-06");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10, 7",
    "2026-02-17, 0",
    "2026-02-20, -3",
    "2026-07-01, -60",
    "2010-01-01, 44"
  })
  void daysToSpringFestivalCountToTheNearest(LocalDate day, double days) {
    assertThat(SpringFestival.daysTo(day)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-20, 15, 5", "2026-03-10, 15, 23", "2026-03-30, 31, 30", "2026-03-31, 31, 0"})
  void daysAfterPaydayCountFromTheLastOne(LocalDate due, int incomeDay, double days) {
    assertThat(HouseFeatures.numbers(due, incomeDay)).containsExactly(days);
  }

  @Test
  void everyNameHasItsNumber() {
    FeatureRow row = described(random(1, 3)).getLast();
    assertThat(row.numbers()).hasSize(SCHEMA.numbers().size());
    assertThat(SCHEMA.numbers()).doesNotHaveDuplicates();
  }
}
