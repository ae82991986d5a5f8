package org.feewise.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.risk.SmallTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the copy, beside the same by plain SQL in the house. */
class HouseMirrorTest {
  private static final LocalDate TODAY = SmallTown.TODAY;

  /** One line a bill, everything as of a day; lists are joined in order. */
  private static final String KNOWN =
      """
      select concat_ws('|', b.bill_no, b.citizen_id, coalesce(c.district, '-'), b.fee_type,
        b.payer_kind, b.principal_fen, b.issued_on, b.effective_due_on,
        coalesce(b.period_from::text, '-'), coalesce(b.period_to::text, '-'),
        case when b.settled_on <= '%1$s' then b.settled_on::text else '-' end,
        coalesce(c.income_day::text, '-'),
        coalesce((select string_agg(paid_on || ' ' || principal_fen || ' ' || how, ','
            order by paid_at, principal_fen, how)
          from (select *, (paid_at at time zone 'Asia/Shanghai')::date as paid_on,
              coalesce(channel, method, '') as how from payment) p
          where p.bill_no = b.bill_no and principal_fen > 0 and paid_on <= '%1$s'), '-'),
        coalesce((select string_agg(sent_on || ' ' || read_on, ',' order by sent_on, read_on)
          from (select bill_no, (sent_at at time zone 'Asia/Shanghai')::date as sent_on,
              case when (read_at at time zone 'Asia/Shanghai')::date <= '%1$s'
                then (read_at at time zone 'Asia/Shanghai')::date::text else '-' end as read_on
            from reminder) r
          where r.bill_no = b.bill_no and sent_on <= '%1$s'), '-'),
        coalesce((select string_agg(accepted_on::text, ',' order by accepted_on)
          from plan where plan.citizen_id = b.citizen_id), '-'),
        coalesce((select string_agg((done_on + 2)::text, ',' order by done_on)
          from plan where plan.citizen_id = b.citizen_id and done_on + 2 <= '%1$s'
            and (replaced_on is null or done_on < replaced_on)
            and (missed_on is null or done_on + 2 < missed_on)), '-'),
        coalesce((select string_agg(missed_on::text, ',' order by missed_on)
          from plan where plan.citizen_id = b.citizen_id and missed_on <= '%1$s'), '-'))
      from bill b join citizen c using (citizen_id)
      where b.issued_on <= '%1$s' order by b.bill_no collate "C\"""";

  private static final String PLANS =
      """
      with plan as (
        select p.citizen_id, (p.accepted_at at time zone 'Asia/Shanghai')::date as accepted_on,
          (p.plan ->> 'doneOn')::date as done_on,
          (p.replaced_at at time zone 'Asia/Shanghai')::date as replaced_on,
          min((m.noticed_at at time zone 'Asia/Shanghai')::date) as missed_on
        from payment_plan p left join missed_payment m using (plan_id)
        where (p.accepted_at at time zone 'Asia/Shanghai')::date <= '%1$s'
        group by p.plan_id)
      """;

  private static final int ROUNDS = 3;

  /** What happens in a house; %1$d is a number drawn for the step. */
  private static final List<String> EVENTS =
      List.of(
          "insert into bill (bill_no, citizen_id, fee_type, title, principal_fen, issued_on, due_on,"
              + " effective_due_on) select 'new' || %1$d || '-' || n, 'c' || n, 'GAS', 'a bill',"
              + " 100 * n + 1, date '2026-03-01' + n, date '2026-03-25', date '2026-03-25'"
              + " from generate_series(0, %1$d %% 9) n on conflict do nothing",
          "update bill set settled_on = issued_on + 5, paid_fen = principal_fen"
              + " where settled_on is null and hashtext(bill_no) & 15 = %1$d %% 16",
          "insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, channel)"
              + " select 'part' || %1$d || bill_no, bill_no, citizen_id, issued_on + time '23:30',"
              + " 77, 'COUNTER' from bill where hashtext(bill_no) & 31 = %1$d %% 32",
          "insert into reminder (reminder_id, citizen_id, bill_no, channel, reason, status,"
              + " send_after, sent_at, source) select 'r' || %1$d || bill_no, citizen_id, bill_no,"
              + " 'APP', 'DUE_SOON', 'SENT', due_on, due_on - 1 + time '17:00', 'city' from bill"
              + " where hashtext(bill_no) & 31 = %1$d %% 32",
          "update reminder set read_at = sent_at + interval '2 days'"
              + " where read_at is null and hashtext(reminder_id) & 7 = %1$d %% 8",
          "update citizen set district = 'east', income_day = null"
              + " where citizen_id = 'c' || %1$d %% 12",
          "insert into payment_plan (plan_id, citizen_id, created_at, accepted_at, plan)"
              + " values ('p%1$d', 'c' || %1$d %% 12, '2026-01-03', '2026-01-03',"
              + " jsonb_build_object('doneOn', date '2026-02-01')) on conflict do nothing",
          "update payment_plan set replaced_at = accepted_at + interval '9 days'"
              + " where citizen_id = 'c' || %1$d %% 12",
          "insert into missed_payment (plan_id, bill_no, planned_on, noticed_at)"
              + " select plan_id, 'any%1$d', '2026-01-20', '2026-01-21' from payment_plan"
              + " where citizen_id = 'c' || %1$d %% 12 on conflict do nothing");

  @TempDir static Path folder;
  private static org.feewise.analytics.HouseDatabase house;
  private static SparkSession spark;

  @TempDir Path copies;
  private final List<String> log = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    house = org.feewise.analytics.HouseDatabase.start();
    spark = SparkSessions.local(2);
  }

  @AfterAll
  static void stop() throws IOException {
    spark.close();
    house.close();
  }

  @BeforeEach
  void settleTown() throws Exception {
    SmallTown town = new SmallTown(house.connection());
    town.createSchema();
    town.settle(12, 6);
    town.addPartsRemindersAndPlans();
  }

  private static HouseDatabase database() {
    return new HouseDatabase(house.url(), "postgres", "postgres");
  }

  private HouseRecords refresh() throws SQLException {
    log.clear();
    return new HouseMirror(spark, copies.resolve("copy").toString(), log::add).refresh(database());
  }

  /**
   * The house goes on between runs, and nothing that happens in it is missed or read needlessly.
   */
  @Test
  void afterEveryRunTheCopyTellsWhatPlainSqlTells() throws Exception {
    isWhatSqlTells(refresh());
    assertThat(log).hasSize(2).allMatch(line -> line.startsWith("copied every row"));
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < ROUNDS; round++) {
      for (int event = round; event < EVENTS.size(); event += ROUNDS) {
        house.run(EVENTS.get(event).formatted(random.nextInt(1, 1000)));
      }
      isWhatSqlTells(refresh());
      assertThat(log).allMatch(line -> line.matches("copied \\d+ rows written since.*"));
      assertThat(copied(log.get(0))).isLessThan(house.number("select count(*) from bill") / 2);
      assertThat(copied(log.get(1))).isLessThan(4);
    }
    refresh();
    assertThat(log).allMatch(line -> line.startsWith("copied 0 rows"));
  }

  private static double copied(String line) {
    return Double.parseDouble(line.split(" ")[1]);
  }

  /** A transaction that began before a run and ends after it is seen by the next. */
  @Test
  void whatIsUnfinishedDuringOneRunIsReadByTheNext() throws Exception {
    refresh();
    try (Connection slow = DriverManager.getConnection(house.url(), "postgres", "postgres");
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("update bill set principal_fen = 4711 where bill_no = 'c1-WATER-0'");
      house.run("update bill set principal_fen = 4712 where bill_no = 'c2-WATER-0'");
      HouseRecords during = refresh();
      assertThat(amounts(during)).containsOnly("c2-WATER-0 4712");
      slow.commit();
    }
    assertThat(amounts(refresh())).containsOnly("c1-WATER-0 4711", "c2-WATER-0 4712");
  }

  private static List<String> amounts(HouseRecords records) {
    return records
        .bills()
        .where("principal_fen between 4711 and 4712")
        .selectExpr("bill_no || ' ' || principal_fen")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void whatTheHouseDeletesIsGone() throws Exception {
    refresh();
    house.run("delete from payment where bill_no = 'c1-WATER-3'");
    house.run("delete from reminder where bill_no = 'c1-WATER-3'");
    house.run("delete from bill where bill_no = 'c1-WATER-3'");
    isWhatSqlTells(refresh());
    assertThat(log).anyMatch(line -> line.startsWith("copied every row"));
  }

  @Test
  void aDamagedCopyAndOneOfAnotherHouseAreMadeAnew() throws Exception {
    refresh();
    try (Stream<Path> commits = Files.list(copies.resolve("copy/bills/_delta_log"))) {
      for (Path commit : commits.filter(Files::isRegularFile).toList()) {
        Files.writeString(commit, "{damaged");
      }
    }
    isWhatSqlTells(refresh());
    assertThat(log)
        .anyMatch(line -> line.contains("copy/bills cannot be read and is made anew"))
        .anyMatch(line -> line.matches("copied every row.*bills"));

    try (org.feewise.analytics.HouseDatabase other = org.feewise.analytics.HouseDatabase.start()) {
      HouseDatabase empty = new HouseDatabase(other.url(), "postgres", "postgres");
      HouseMirror mirror = new HouseMirror(spark, copies.resolve("copy").toString(), log::add);
      assertThat(mirror.refresh(empty).bills().count()).isZero();
    }
  }

  private static void isWhatSqlTells(HouseRecords records) throws SQLException {
    for (LocalDate asOf : List.of(TODAY, TODAY.minusDays(50))) {
      List<String> expected =
          house.rows((PLANS + KNOWN).formatted(asOf)).stream().map(List::getFirst).toList();
      List<String> copied =
          new HouseHistory(records, asOf, Optional.empty())
              .bills().orderBy("bill_no").collectAsList().stream()
                  .map(HouseMirrorTest::line)
                  .toList();
      assertThat(copied).isEqualTo(expected).isNotEmpty();
    }
  }

  private static String line(Row row) {
    Stream<String> cells =
        Stream.of(
                "bill_no",
                "citizen_id",
                "district",
                "fee_type",
                "payer_kind",
                "principal_fen",
                "issued_on",
                "due_on",
                "period_from",
                "period_to",
                "settled_on",
                "income_day")
            .map(column -> text(row.getAs(column)));
    Stream<String> lists =
        Stream.of(
            joined(row, "paid", (Row paid) -> paid.get(1) + " " + paid.get(2) + " " + paid.get(3)),
            joined(row, "reminded", (Row sent) -> sent.get(0) + " " + text(sent.get(1))),
            joined(row, "plans_accepted", String::valueOf),
            joined(row, "plans_kept", String::valueOf),
            joined(row, "plans_broken", String::valueOf));
    return Stream.concat(cells, lists).collect(Collectors.joining("|"));
  }

  private static String text(Object value) {
    return value == null ? "-" : value.toString();
  }

  private static <T> String joined(Row row, String column, Function<T, String> text) {
    List<T> values =
        row.isNullAt(row.fieldIndex(column)) ? List.of() : row.<T>getList(row.fieldIndex(column));
    Stream<String> texts = values.stream().map(text);
    if (column.startsWith("plans")) {
      texts = texts.sorted();
    }
    return values.isEmpty() ? "-" : texts.collect(Collectors.joining(","));
  }
}
