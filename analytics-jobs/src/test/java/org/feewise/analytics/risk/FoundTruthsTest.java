package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.CityInHouse;
import org.feewise.analytics.HouseDatabase;
import org.feewise.analytics.city.CityPlan;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.analytics.history.HouseMirror;
import org.feewise.analytics.history.HouseRecords;
import org.feewise.analytics.trends.PaymentTrend;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the analytics learn from the city's history, held against what was planted in it. */
class FoundTruthsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Clock CLOCK =
      Clock.fixed(
          TODAY.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
          ZoneId.of("Asia/Shanghai"));
  private static final int LONGEST_LAG_DAYS = 60;

  @TempDir static Path folder;
  private static SparkSession spark;
  private static org.feewise.analytics.history.HouseDatabase database;
  private static HouseRecords records;
  private static HouseDatabase house;
  private static RiskModel model;
  private static List<Bill> bills;

  /** A judged bill with what only the generator knows of it. */
  private record Bill(
      String citizen, FeatureRow features, double planted, double forgetfulness, Fate fate) {
    double predicted() {
      return logOdds(model.probability(features));
    }

    double number(String feature) {
      return features.numbers()[column(feature)];
    }

    boolean isMonthly() {
      return Set.of("WATER", "ELECTRICITY", "PARKING").contains(features.categories()[0]);
    }

    boolean isDueAtSpringFestival() {
      double daysAhead = features.numbers()[column("days_to_spring_festival")];
      return daysAhead <= 10 && daysAhead >= -12;
    }
  }

  /**
   * @param hardship whether a spell of hardship began long enough before the bill to be seen in it
   */
  private record Fate(boolean debited, boolean hardship) {}

  @BeforeAll
  static void learn() throws IOException, SQLException {
    spark = SparkSessions.local(2);
    house = CityInHouse.load(spark, new CityPlan(220, 25, 7, TODAY), folder.resolve("city"));
    database = new org.feewise.analytics.history.HouseDatabase(house.url(), "postgres", "postgres");
    Analysis.Request request =
        new Analysis.Request(
            database,
            "unused",
            folder.resolve("models"),
            folder.resolve("history").toString(),
            TODAY,
            Optional.empty());
    records = new HouseMirror(spark, request.historyFolder(), _ -> {}).refresh(request.database());
    HouseHistory history = new HouseHistory(records, TODAY, Optional.empty());
    Samples samples = new Samples(TODAY, history.extent(Samples.newestAfter(TODAY)).orElseThrow());
    Dataset<Row> described =
        DescribedBills.of(history.bills(), history.rates(), TODAY, lit(true)).cache();
    model = new Stewardship(spark, CLOCK, _ -> {}).newest(request, samples, described).model();
    bills = bills(described);
  }

  @AfterAll
  static void close() throws IOException {
    house.close();
    spark.close();
  }

  private static List<Bill> bills(Dataset<Row> described) throws SQLException {
    Map<String, List<String>> truths = new HashMap<>();
    house
        .rows(
            """
            select bill_no, late_chance, forgetfulness, auto_pay and exists (
                select from payment p where p.bill_no = t.bill_no and channel = 'AUTO_DEBIT'),
              exists (select from unnest(string_to_array(hardships, ' ')) as spell
                where b.issued_on between split_part(spell, '/', 1)::date + %d
                  and split_part(spell, '/', 2)::date)
            from bill_truth t join bill b using (bill_no) join citizen_truth using (citizen_id)
            """
                .formatted(LONGEST_LAG_DAYS))
        .forEach(row -> truths.put(row.getFirst(), row));
    return described.where(col("late").isNotNull()).collectAsList().stream()
        .map(row -> bill(row, truths.get(row.<String>getAs("bill_no"))))
        .toList();
  }

  private static Bill bill(Row row, List<String> truth) {
    return new Bill(
        row.getAs("citizen_id"),
        DescribedBills.features(row),
        logOdds(Double.parseDouble(truth.get(1))),
        Double.parseDouble(truth.get(2)),
        new Fate(truth.get(3).equals("t"), truth.get(4).equals("t")));
  }

  @Test
  void whatIsPredictedFollowsThePlantedChance() {
    assertThat(correlation(bills, Bill::predicted, Bill::planted)).isGreaterThan(0.6);
  }

  @Test
  void theForgetfulAreKnownByTheirHistory() {
    Map<String, List<Bill>> byCitizen =
        bills.stream()
            .filter(bill -> !bill.fate().debited())
            .collect(Collectors.groupingBy(Bill::citizen));
    assertThat(
            correlation(
                List.copyOf(byCitizen.values()),
                own -> mean(own, Bill::predicted),
                own -> own.getFirst().forgetfulness()))
        .isGreaterThan(0.5);
  }

  @Test
  void hardshipIsSeenWhileItLasts() {
    assertThat(predictedOf(bill -> bill.fate().hardship()))
        .isGreaterThan(predictedOf(bill -> !bill.fate().hardship()) + 0.5);
  }

  @Test
  void directDebitIsKnownToBePunctual() {
    assertThat(predictedOf(bill -> bill.fate().debited()))
        .isLessThan(predictedOf(bill -> !bill.fate().debited()) - 0.5);
  }

  @Test
  void billsDueAroundSpringFestivalAreExpectedLater() {
    assertThat(predictedOf(bill -> bill.isMonthly() && bill.isDueAtSpringFestival()))
        .isGreaterThan(
            predictedOf(bill -> bill.isMonthly() && !bill.isDueAtSpringFestival()) + 0.3);
  }

  @Test
  void theSameBillIsLateMoreOftenWhenIncomeComesShortlyAfterItIsDue() {
    assertThat(effect(paidAround(26, 4), paidAround(5, 25))).isGreaterThan(0.1);
  }

  @Test
  void theFeatureShowsTheDistrictThatPaysLatest() throws SQLException {
    assertThat(mean(of("石桥县"), bill -> bill.number("district_late_share")))
        .isGreaterThan(mean(of("东湖区"), bill -> bill.number("district_late_share")) + 0.03);
  }

  private static List<Bill> of(String district) throws SQLException {
    Set<String> citizens =
        house.rows("select citizen_id from citizen where district = '" + district + "'").stream()
            .map(List::getFirst)
            .collect(Collectors.toSet());
    return bills.stream().filter(bill -> citizens.contains(bill.citizen())).toList();
  }

  @Test
  void hardshipShowsInPaymentsInParts() {
    assertThat(partsShareOf(bill -> bill.fate().hardship()))
        .isGreaterThan(1.5 * partsShareOf(bill -> !bill.fate().hardship()));
  }

  private static double partsShareOf(Predicate<Bill> which) {
    return mean(
        bills.stream().filter(which).filter(bill -> bill.number("payer_parts_share") >= 0).toList(),
        bill -> bill.number("payer_parts_share"));
  }

  @Test
  void theTrendReportShowsTheDistrictThatPaysLatest() throws SQLException {
    new PaymentTrend(database, CLOCK).refresh(records, TODAY);
    assertThat(reportedLateShare("石桥县")).isGreaterThan(reportedLateShare("东湖区") + 0.03);
  }

  private static double reportedLateShare(String district) throws SQLException {
    return house.number(
        """
        select sum(late_bills + overdue_bills)
          / sum(on_time_bills + late_bills + overdue_bills)::float
        from report.payment_trend where district = '%s'
        """
            .formatted(district));
  }

  private static UnaryOperator<FeatureRow> paidAround(double daysAfter, double daysBefore) {
    return row ->
        with("due_days_to_payday", daysBefore)
            .apply(with("due_days_after_payday", daysAfter).apply(row));
  }

  private static UnaryOperator<FeatureRow> with(String feature, double value) {
    int column = column(feature);
    return row -> {
      double[] numbers = row.numbers().clone();
      numbers[column] = value;
      return new FeatureRow(numbers, row.categories());
    };
  }

  private static int column(String feature) {
    return HouseFeatures.SCHEMA.numbers().indexOf(feature);
  }

  /** How much more late one circumstance makes a bill than the other, everything else the same. */
  private static double effect(UnaryOperator<FeatureRow> one, UnaryOperator<FeatureRow> other) {
    List<Bill> some = bills.subList(bills.size() - 3000, bills.size());
    return mean(
        some,
        bill ->
            logOdds(model.probability(one.apply(bill.features())))
                - logOdds(model.probability(other.apply(bill.features()))));
  }

  private static double predictedOf(Predicate<Bill> which) {
    return mean(bills.stream().filter(which).toList(), Bill::predicted);
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  private static <T> double mean(List<T> of, ToDoubleFunction<T> value) {
    return of.stream().mapToDouble(value).average().orElseThrow();
  }

  private static <T> double correlation(
      List<T> of, ToDoubleFunction<T> one, ToDoubleFunction<T> other) {
    double meanOne = mean(of, one);
    double meanOther = mean(of, other);
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (T each : of) {
      double a = one.applyAsDouble(each) - meanOne;
      double b = other.applyAsDouble(each) - meanOther;
      both += a * b;
      squaresOne += a * a;
      squaresOther += b * b;
    }
    return both / Math.sqrt(squaresOne * squaresOther);
  }
}
