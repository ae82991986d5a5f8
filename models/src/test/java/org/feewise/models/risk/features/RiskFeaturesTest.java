package org.feewise.models.risk.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
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
        "north",
        issuedOn,
        dueOn,
        100 + number,
        number % 2 == 0 ? "WATER" : "GAS",
        settlement,
        new Payments("APP", 1, List.of()),
        List.of(),
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

  /** Whatever happens after the day of issue, to anybody, changes no feature of the bill. */
  @Property(tries = 300)
  void theFutureMovesNoFeature(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int bills, @ForAll long otherwise) {
    Histories histories = Histories.random(seed, bills);
    int described = new SplittableRandom(otherwise).nextInt(bills);
    LocalDate today = histories.payers().getFirst().bills().get(described).issuedOn();
    Histories others = histories.withAnotherFutureAfter(today, otherwise);
    FeatureRow before = histories.described(SCHEMA).get(described);
    FeatureRow after = others.described(SCHEMA).get(described);
    assertThat(after.numbers()).containsExactly(before.numbers());
    assertThat(after.categories()).containsExactly(before.categories());
  }

  /** The property above can fail: a day later every one of the payer's histories is another. */
  @Test
  void thePastMovesEveryFeatureOfThePayer() {
    Set<String> moved = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      Histories histories = Histories.random(seed, 25);
      LocalDate today = histories.payers().getFirst().bills().get(10).issuedOn();
      FeatureRow before = histories.described(SCHEMA).getLast();
      FeatureRow after = histories.withAnotherFutureAfter(today, seed).described(SCHEMA).getLast();
      for (int i = 0; i < before.numbers().length; i++) {
        if (Double.compare(before.numbers()[i], after.numbers()[i]) != 0) {
          moved.add(SCHEMA.numbers().get(i));
        }
      }
    }
    List<String> byWhatHappened = new ArrayList<>(PayerHistory.NAMES);
    byWhatHappened.addAll(PopulationRates.NAMES);
    byWhatHappened.removeAll(
        List.of(
            "payer_bills",
            "payer_days_since_bill",
            "amount_against_usual",
            "amount_against_usual_fee_type"));
    assertThat(moved).containsExactlyInAnyOrderElementsOf(byWhatHappened);
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
    PopulationRates rates = new PopulationRates.Counts().add(START, "", "WATER", 1000, 400).rates();
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
            .add(START, "", "WATER", 1000, 900)
            .add(START.plusDays(400), "", "WATER", 1000, 100)
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
  @CsvSource({
    "2026-03-01, 2026-03-20, 15, 5, 26, 1",
    "2026-02-20, 2026-03-10, 15, 23, 5, 0",
    "2026-01-31, 2026-03-30, 31, 30, 1, 2",
    "2026-03-31, 2026-03-31, 31, 0, 30, 1",
    "2026-03-16, 2026-03-20, 15, 5, 26, 0"
  })
  void paydaysAreCountedAroundTheDueDate(
      LocalDate issued, LocalDate due, int incomeDay, double after, double next, double between) {
    assertThat(HouseFeatures.numbers(issued, due, incomeDay, null, null))
        .startsWith(after, next, between);
  }

  @Test
  void aPeriodIsDescribedByItsMonthItsLengthAndHowLongItIsOver() {
    assertThat(
            HouseFeatures.numbers(
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 25),
                0,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 2, 28)))
        .endsWith(1, 59, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-10, 2026-09-24, 1, before Mid-Autumn",
    "2026-09-10, 2026-09-28, -1, the day after it",
    "2026-09-10, 2026-09-30, 1, before National Day",
    "2026-09-10, 2026-10-03, 0, inside it",
    "2026-10-01, 2026-11-05, -29, weeks after it",
    "2026-07-01, 2026-07-25, 30, far from any",
    "2025-12-01, 2026-01-15, NaN, next year is not announced",
    "2025-12-20, 2026-01-15, -12, next year is announced",
    "2025-12-01, 2025-12-30, NaN, New Year is not announced",
    "2026-12-20, 2027-01-10, NaN, no notice comes along",
    "2012-05-01, 2012-05-20, NaN, before any notice"
  })
  void daysToABreakAreKnownOnceTheYearIsAnnounced(
      LocalDate issued, LocalDate due, Double days, String when) {
    assertThat(HouseFeatures.numbers(issued, due, 0, null, null)[3]).as(when).isEqualTo(days);
  }

  @Test
  void everyNameHasItsNumber() {
    FeatureRow row = described(random(1, 3)).getLast();
    assertThat(row.numbers()).hasSize(SCHEMA.numbers().size());
    assertThat(SCHEMA.numbers()).doesNotHaveDuplicates();
  }
}
