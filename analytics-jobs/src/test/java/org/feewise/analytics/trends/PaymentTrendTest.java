package org.feewise.analytics.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.CityInHouse;
import org.feewise.analytics.HouseDatabase;
import org.feewise.analytics.city.CityPlan;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.HouseMirror;
import org.feewise.analytics.history.HouseRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report against the same figures by plain SQL. */
class PaymentTrendTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);
  private static final String REPORT = "select * from report.payment_trend order by 1, 2, 3";

  @TempDir static Path folder;
  private static SparkSession spark;
  private static HouseDatabase house;
  private static HouseRecords records;
  private PaymentTrend trend;

  @BeforeAll
  static void open() throws IOException, SQLException {
    spark = SparkSessions.local(2);
    house = CityInHouse.load(spark, new CityPlan(150, 12, 3, AS_OF), folder);
    house.run("update citizen set district = null where citizen_id >= 'C0000140'");
    records = records(house, "history");
  }

  private static HouseRecords records(HouseDatabase from, String copy) throws SQLException {
    return new HouseMirror(spark, folder.resolve(copy).toString(), _ -> {}).refresh(database(from));
  }

  private static org.feewise.analytics.history.HouseDatabase database(HouseDatabase of) {
    return new org.feewise.analytics.history.HouseDatabase(of.url(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    house.close();
    spark.stop();
  }

  @BeforeEach
  void theReport() {
    trend = new PaymentTrend(database(house), CLOCK);
  }

  @Test
  void everyFigureIsTheOneThatPlainSqlGives() throws SQLException {
    long rows = trend.refresh(records, AS_OF);

    List<List<String>> expected =
        house.rows(
            """
            select fee_type, date_trunc('month', effective_due_on)::date, coalesce(district, '-'),
              count(*), sum(principal_fen), sum(paid_fen),
              count(*) filter (where settled_on <= effective_due_on),
              count(*) filter (where settled_on > effective_due_on),
              count(*) filter (where settled_on is null and effective_due_on < '2026-11-24'),
              coalesce(sum(principal_fen - paid_fen)
                filter (where settled_on is null and effective_due_on < '2026-11-24'), 0),
              timestamptz '2026-11-24 04:00:00+00'
            from bill join citizen using (citizen_id) group by 1, 2, 3 order by 1, 2, 3
            """);
    assertThat(house.rows(REPORT)).isEqualTo(expected).hasSize((int) rows);
    assertThat(expected).extracting(List::getFirst).contains("HEATING", "TRAFFIC_FINE");
    assertThat(expected).anyMatch(row -> row.get(2).equals("-"));
  }

  @Test
  void whatIsNotIssuedYetIsNotReported() throws SQLException {
    trend.refresh(records, LocalDate.of(2026, 6, 30));

    assertThat(house.number("select sum(bills) from report.payment_trend"))
        .isEqualTo(house.number("select count(*) from bill where issued_on <= '2026-06-30'"));
  }

  @Test
  void aReportThatFailsLeavesTheFormerOne() throws SQLException {
    trend.refresh(records, AS_OF);
    List<List<String>> former = house.rows(REPORT);
    house.run(
        "alter table report.payment_trend add constraint refuses check (bills < 0) not valid");
    try {
      assertThatThrownBy(() -> trend.refresh(records, AS_OF.minusMonths(1)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("refuses");
    } finally {
      house.run("alter table report.payment_trend drop constraint refuses");
    }
    assertThat(house.rows(REPORT)).isEqualTo(former).isNotEmpty();
  }

  @Test
  void aHouseWithoutBillsHasAnEmptyReport() throws IOException, SQLException {
    try (HouseDatabase empty = HouseDatabase.start()) {
      PaymentTrend nothing = new PaymentTrend(database(empty), CLOCK);

      assertThat(nothing.refresh(records(empty, "empty"), AS_OF)).isZero();
    }
  }
}
