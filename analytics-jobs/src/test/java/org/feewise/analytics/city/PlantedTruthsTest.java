package org.feewise.analytics.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.CityInHouse;
import org.feewise.analytics.HouseDatabase;
import org.feewise.analytics.cli.SparkSessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The city as PostgreSQL sees it: what was planted is found again by plain SQL, which shares no
 * code with the generator.
 */
class PlantedTruthsTest {
  private static final CityPlan PLAN = new CityPlan(1_000, 24, 7, LocalDate.of(2026, 11, 24));

  @TempDir static Path folder;
  private static HouseDatabase house;

  @BeforeAll
  static void load() throws IOException, SQLException {
    try (SparkSession spark = SparkSessions.local(2)) {
      house = CityInHouse.load(spark, PLAN, folder);
    }
    house.run(
        """
        create temp table fate as
          select b.*, c.district, c.age_band, t.late_chance, ct.auto_pay, ct.responds_to,
            ct.income_day, coalesce(b.settled_on, date '2026-11-24') > b.effective_due_on as late,
            exists (select from unnest(string_to_array(ct.hardships, ' ')) as spell
              where b.effective_due_on between split_part(spell, '/', 1)::date
                and split_part(spell, '/', 2)::date) as hardship
          from bill b join citizen c using (citizen_id) join bill_truth t using (bill_no)
            join citizen_truth ct using (citizen_id)
          where b.effective_due_on < date '2026-11-24'
            and b.citizen_id > 'C0000009';
        analyze
        """);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void everyRowKeepsTheSchemasPromises() throws SQLException {
    assertThat(house.number("select count(*) from citizen")).isEqualTo(1_000);
    assertThat(house.number("select count(*) from bill")).isGreaterThan(70_000);
    assertThat(house.number("select count(distinct fee_type) from bill")).isEqualTo(18);
    assertNone("payment p join bill b using (bill_no) where p.citizen_id <> b.citizen_id");
    assertNone("reminder r join bill b using (bill_no) where r.sent_at < b.issued_on");
    assertNone("payment where paid_at >= timestamptz '2026-11-24 00:00+08'");
    assertNone("bill where issued_on > date '2026-11-24' or effective_due_on < due_on");
  }

  @Test
  void whatABillSaysIsPaidIsWhatWasPaid() throws SQLException {
    String paid =
        """
        (select b.*, coalesce(p.sum, 0) as paid, p.last from bill b left join
          (select bill_no, sum(principal_fen), max(paid_at at time zone 'Asia/Shanghai')::date as last
            from payment group by 1) p using (bill_no)) as b
        """;
    assertNone(paid + "where paid_fen <> least(paid, principal_fen)");
    assertNone(paid + "where (settled_on is null) <> (paid_fen < principal_fen)");
    assertNone(paid + "where settled_on <> last");
    assertNone(
        (paid
            + "where coalesce((attributes->>'overpaidFen')::bigint, 0)"
            + " <> greatest(0, paid - principal_fen)"));
  }

  @Test
  void lateTaxesAndFinesCarryTheSurchargeOfTheLaw() throws SQLException {
    String settledInOne =
        """
        payment p join bill b using (bill_no)
          where p.principal_fen = b.principal_fen and b.paid_fen = b.principal_fen
            and not b.attributes ? 'overpaidFen'
            and p.surcharge_fen <> %s and b.fee_type in (%s)
        """;
    String late = "greatest(0, b.settled_on - b.effective_due_on)";
    assertNone(
        settledInOne.formatted(
            "round(b.principal_fen * 0.0005 * " + late + ")",
            "'INCOME_TAX', 'PROPERTY_TAX', 'VEHICLE_TAX', 'DEED_TAX'"));
    assertNone(
        settledInOne.formatted(
            "least(b.principal_fen, round(b.principal_fen * 0.03 * " + late + "))",
            "'TRAFFIC_FINE', 'ADMIN_FINE'"));
    assertNone(settledInOne.formatted("0", "'TUITION', 'EXAM_FEE', 'MEDICAL_INSURANCE'"));
    assertThat(house.number("select sum(surcharge_fen) from payment")).isPositive();
  }

  @Test
  void noDeadlineFallsOnADayOff() throws SQLException {
    assertNone(
        ("bill where extract(isodow from due_on) < 6 and due_on < effective_due_on"
            + " and due_on not between '2025-01-28' and '2025-02-04'"
            + " and due_on not between '2026-02-15' and '2026-02-23'"
            + " and to_char(due_on, 'MM-DD') not between '10-01' and '10-08'"
            + " and to_char(due_on, 'MM-DD') not between '05-01' and '05-05'"
            + " and to_char(due_on, 'MM-DD') not in ('04-04', '04-05', '04-06', '01-01', '01-02')"
            + " and due_on not in ('2025-06-02', '2026-06-19', '2026-09-25')"));
    assertNone("bill where effective_due_on between '2026-02-15' and '2026-02-23'");
  }

  @Test
  void aboutOneBillInSixIsLate() throws SQLException {
    assertThat(house.number("select avg(late::int) from fate")).isBetween(0.12, 0.25);
  }

  @Test
  void theDistrictsKeepTheirOrder() throws SQLException {
    assertThat(logOdds("district = '石桥县'") - logOdds("district = '东湖区'"))
        .isCloseTo(0.8, within(0.35));
  }

  @Test
  void springFestivalDelaysPayment() throws SQLException {
    String near =
        "(effective_due_on between date '2025-01-29' - 10 and date '2025-01-29' + 12"
            + " or effective_due_on between date '2026-02-17' - 10 and date '2026-02-17' + 12)";
    String fee = " and fee_type in ('WATER', 'ELECTRICITY', 'PARKING')";
    assertThat(logOdds(near + fee) - logOdds("not " + near + fee)).isCloseTo(0.8, within(0.35));
  }

  @Test
  void hardshipMakesLate() throws SQLException {
    assertThat(logOdds("hardship") - logOdds("not hardship")).isBetween(1.2, 2.2);
    double daysInHardship = number("avg(settled_on - effective_due_on)", "late and hardship");
    double daysOtherwise = number("avg(settled_on - effective_due_on)", "late and not hardship");
    assertThat(daysInHardship).isGreaterThan(1.7 * daysOtherwise);
  }

  @Test
  void moneyComesOnPayday() throws SQLException {
    String withinTwoDays =
        "avg((extract(day from settled_on) - income_day between 0 and 2)::int::float)";
    assertThat(number(withinTwoDays, "settled_on is not null and not auto_pay"))
        .isGreaterThan(3 * 3 / 30.4);
  }

  @Test
  void aDeadlineShortlyBeforePaydayIsMissedMoreOften() throws SQLException {
    String ahead =
        "(income_day - extract(day from effective_due_on) between 1 and 7) and not auto_pay";
    String notAhead =
        "income_day - extract(day from effective_due_on) not between 1 and 7 and not auto_pay";
    String fee = " and fee_type in ('WATER', 'ELECTRICITY')";
    assertThat(logOdds(ahead + fee) - logOdds(notAhead + fee)).isBetween(0.3, 0.9);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReminderHelpsThoseWhoListenToItsChannel(boolean listens) throws SQLException {
    String open =
        """
        (select f.*, r.channel from fate f left join reminder r using (bill_no)
          where coalesce(f.settled_on, 'infinity') > f.effective_due_on - 3
            and f.issued_on < f.effective_due_on - 3) as o
        """;
    String heeds = "channel = any(string_to_array(responds_to, ' '))";
    double reminded = logOdds(open, (listens ? "" : "not ") + heeds);
    double uplift = logOdds(open, "channel is null") - reminded;
    if (listens) {
      assertThat(uplift).isBetween(0.9, 2.0);
    } else {
      assertThat(uplift).isBetween(-0.2, 0.35);
    }
  }

  @Test
  void theOldPayAtTheCounter() throws SQLException {
    String share =
        "select avg((method = 'COUNTER')::int) from payment join citizen using (citizen_id)"
            + " where age_band = '%s'";
    assertThat(house.number(share.formatted("60+"))).isBetween(0.3, 0.5);
    assertThat(house.number(share.formatted("18-29"))).isLessThan(0.05);
  }

  @Test
  void thePlantedChanceRanksBillsAsAGoodModelWould() throws SQLException {
    double auc =
        house.number(
            """
            select (sum(rank) filter (where late) - count(*) filter (where late)
                * (count(*) filter (where late) + 1) / 2.0)
              / (count(*) filter (where late) * count(*) filter (where not late)::float)
            from (select late, rank() over (order by late_chance) from fate) as ranked
            """);
    assertThat(auc).isBetween(0.72, 0.85);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyDemoPersonHasSomethingToAskAbout(int number) throws SQLException {
    String own = " from bill where citizen_id = 'C000000" + number + "'";
    assertThat(house.number("select count(distinct fee_type)" + own)).isGreaterThanOrEqualTo(5);
    assertThat(house.number("select count(*)" + own + " and settled_on is not null")).isPositive();
    assertThat(house.number("select count(*)" + own + " and settled_on is null")).isPositive();
    String overdue = " and settled_on is null and effective_due_on < '2026-11-24'";
    if (number == 7) {
      assertThat(house.number("select count(*)" + own + overdue)).isZero();
    } else {
      assertThat(house.number("select count(*)" + own + overdue)).isPositive();
    }
  }

  @Test
  void theTruthsLieBesideTheData() throws IOException {
    assertThat(Files.readString(folder.resolve("truths.json")))
        .contains("\"springFestivalLogOdds\" : 1.0", "\"until\" : \"2026-11-24\"");
  }

  private static void assertNone(String from) throws SQLException {
    assertThat(house.rows("select * from " + from + " limit 3")).isEmpty();
  }

  private static double number(String what, String where) throws SQLException {
    return house.number("select " + what + " from fate where " + where);
  }

  private static double logOdds(String where) throws SQLException {
    return logOdds("fate", where);
  }

  private static double logOdds(String from, String where) throws SQLException {
    double share = house.number("select avg(late::int::float) from " + from + " where " + where);
    return Math.log(share / (1 - share));
  }
}
