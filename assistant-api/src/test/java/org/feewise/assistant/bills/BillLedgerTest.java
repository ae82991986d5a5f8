package org.feewise.assistant.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger against SQL written for each question by hand. */
@QuarkusTest
class BillLedgerTest {
  private static final String ANN = "LEDGER-ANN";
  private static final String BEN = "LEDGER-BEN";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String[] FEES = {"WATER", "INCOME_TAX", "TUITION", "HEATING"};

  @Inject DataSource database;
  @Inject BillStore store;
  @Inject SurchargeRules rules;

  private BillsOnFile file;
  private BillLedger ledger;

  @BeforeEach
  void putBillsOnFile() throws SQLException {
    file = new BillsOnFile(database, "LEDGER-");
    file.update(
        "insert into citizen (citizen_id) values (?), (?) on conflict do nothing", ANN, BEN);
    // 23:30 UTC is the next morning in Shanghai
    Clock lateInUtc = Clock.fixed(Instant.parse("2026-11-23T23:30:00Z"), ZoneOffset.UTC);
    ledger = new BillLedger(store, rules, lateInUtc);
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    file.update("delete from citizen where citizen_id in (?, ?)", ANN, BEN);
  }

  @Test
  void todayIsTheDayInShanghai() {
    assertThat(ledger.today()).isEqualTo(TODAY);
  }

  @Test
  void everyFilterFindsWhatItsSqlFindsInTheSameOrderOverAllPages() throws SQLException {
    fillAtRandom(180);

    assertSame(BillQuery.all(), "true");
    assertSame(BillQuery.open(), "settled_on is null");
    assertSame(
        BillQuery.all().withStatuses(Set.of(BillStatus.OVERDUE)),
        "settled_on is null and effective_due_on < date '2026-11-24'");
    assertSame(
        BillQuery.all().withStatuses(Set.of(BillStatus.UNPAID)),
        "settled_on is null and not effective_due_on < date '2026-11-24'");
    assertSame(
        BillQuery.all().withStatuses(Set.of(BillStatus.PAID, BillStatus.OVERDUE)),
        "settled_on is not null or effective_due_on < date '2026-11-24'");
    assertSame(BillQuery.all().withFeeType(FeeType.WATER), "fee_type = 'WATER'");
    assertSame(
        BillQuery.open()
            .withFeeTypes(Set.of(FeeType.TUITION, FeeType.HEATING))
            .covering(new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31))),
        """
        settled_on is null and fee_type in ('TUITION', 'HEATING')
          and case when period_from is null then issued_on between '2026-08-01' and '2026-08-31'
            else daterange(period_from, period_to, '[]') && daterange('2026-08-01', '2026-08-31', '[]')
            end""");
  }

  @Test
  void theStoreAgreesWithTheQuerysOwnReading() throws SQLException {
    fillAtRandom(60);
    List<Bill> all = store.bills(ANN, BillQuery.all(), TODAY, java.util.Optional.empty(), 1000);
    BillQuery query =
        BillQuery.all()
            .withStatuses(Set.of(BillStatus.OVERDUE, BillStatus.PAID))
            .covering(new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 15)));

    assertThat(store.bills(ANN, query, TODAY, java.util.Optional.empty(), 1000))
        .containsExactlyElementsOf(all.stream().filter(b -> query.matches(b, TODAY)).toList());
  }

  @Test
  void whatIsOwedIsTheSumThatSqlAddsUp() throws SQLException {
    fillAtRandom(120);
    Owed owed = ledger.owed(ANN, BillQuery.all().withFeeType(FeeType.INCOME_TAX));

    // 0.05 % a day of the principal, half up to the fen, bill by bill
    String sql =
        """
        select sum(floor(principal_fen * 0.0005
            * greatest(0, date '2026-11-24' - effective_due_on) + 0.5))::bigint
        from bill where citizen_id = ? and fee_type = 'INCOME_TAX' and settled_on is null""";
    assertThat(owed.surcharge().isPositive()).isTrue();
    assertThat(owed.surcharge().fen()).isEqualTo(Long.parseLong(file.column(sql, ANN).getFirst()));
    assertThat(owed.principal().fen())
        .isEqualTo(
            Long.parseLong(
                file.column(
                        "select sum(principal_fen) from bill where citizen_id = ?"
                            + " and fee_type = 'INCOME_TAX' and settled_on is null",
                        ANN)
                    .getFirst()));
    assertThat(owed.bills()).extracting(BillView::effectiveDueOn).isSorted();
  }

  @Test
  void aPartPaidBillOwesTheRestAndASurchargeOnEachPartAsLongAsItWasUnpaid() throws SQLException {
    String billNo =
        file.open(ANN, "INCOME_TAX", 100_000, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 15));
    file.pay(ANN, billNo, 40_000, LocalDate.of(2026, 10, 25));

    BillView bill = ledger.bill(ANN, billNo).orElseThrow();
    // 400.00 x 0.0005 x 10 days + 600.00 x 0.0005 x 40 days
    assertThat(bill.surcharge()).isEqualTo(Money.parse("14.00"));
    assertThat(bill.total()).isEqualTo(Money.parse("614.00"));
    assertThat(bill.status()).isEqualTo(BillStatus.OVERDUE);
  }

  @Test
  void aSurchargeIsExplainedDayByDayWithItsLaw() throws SQLException {
    String billNo =
        file.open(ANN, "INCOME_TAX", 100_000, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 15));

    SurchargeView view =
        ledger
            .surcharge(ANN, billNo, LocalDate.of(2026, 10, 18), Locale.SIMPLIFIED_CHINESE)
            .orElseThrow();
    assertThat(view.days()).isEqualTo(3);
    assertThat(view.amount()).isEqualTo(Money.parse("1.50"));
    assertThat(view.law()).contains("税收征收管理法").contains("32");
    assertThat(view.rule()).contains("0.05%");
    assertThat(view.dayByDay())
        .extracting(day -> day.on() + " " + day.added() + " " + day.surcharge())
        .containsExactly("2026-10-16 0.5 0.50", "2026-10-17 0.5 1.00", "2026-10-18 0.5 1.50");
  }

  @Test
  void surchargesOfManyBillsAreThoseOfEachAlone() throws SQLException {
    fillAtRandom(60);
    BillQuery query = BillQuery.open().withFeeType(FeeType.INCOME_TAX);
    LocalDate day = TODAY.plusDays(9);

    Map<String, SurchargeView> together = ledger.surcharges(ANN, query, day, Locale.ENGLISH);
    assertThat(together.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ledger.open(ANN, query).stream().map(Bill::billNo).toList())
        .isNotEmpty();
    together.forEach(
        (billNo, view) ->
            assertThat(ledger.surcharge(ANN, billNo, day, Locale.ENGLISH)).hasValue(view));
    assertThat(ledger.surcharges(BEN, query, day, Locale.ENGLISH).keySet())
        .doesNotContainAnyElementsOf(together.keySet());
  }

  @Test
  void aFineStopsAtItselfAndADayInTimeCostsNothing() throws SQLException {
    String billNo =
        file.open(
            ANN, "TRAFFIC_FINE", 20_000, LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 15));

    SurchargeView late =
        ledger.surcharge(ANN, billNo, LocalDate.of(2026, 12, 31), Locale.ENGLISH).orElseThrow();
    assertThat(late.amount()).isEqualTo(Money.parse("200.00"));
    assertThat(late.capped()).isTrue();
    assertThat(late.dayByDay().getLast().surcharge()).isEqualTo(Money.parse("200.00"));
    SurchargeView inTime =
        ledger.surcharge(ANN, billNo, LocalDate.of(2026, 9, 15), Locale.ENGLISH).orElseThrow();
    assertThat(inTime.amount()).isEqualTo(Money.ZERO);
    assertThat(inTime.dayByDay()).isEmpty();
  }

  @Test
  void aBillOlderThanTheCatalogueIsToldWithoutASurcharge() throws SQLException {
    String billNo =
        file.open(ANN, "WATER", 20_000, LocalDate.of(2009, 8, 31), LocalDate.of(2009, 9, 15));

    assertThat(ledger.bill(ANN, billNo).orElseThrow().surcharge()).isEqualTo(Money.ZERO);
    assertThat(ledger.surcharge(ANN, billNo, TODAY, Locale.ENGLISH).orElseThrow().rule())
        .contains("older than the fee catalogue");
  }

  @Test
  void paymentsAreThoseOfTheDaysInShanghaiLatestFirst() throws SQLException {
    fillAtRandom(150);
    Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    assertThat(allPages(next -> ledger.payments(ANN, PaymentQuery.all(), next)))
        .extracting(PaymentView::paymentId)
        .containsExactlyElementsOf(
            file.column(
                "select payment_id from payment where citizen_id = ?"
                    + " order by paid_at desc, payment_id",
                ANN));
    assertThat(allPages(next -> ledger.payments(ANN, PaymentQuery.all().paidIn(october), next)))
        .extracting(PaymentView::paymentId)
        .containsExactlyElementsOf(
            file.column(
                "select payment_id from payment where citizen_id = ?"
                    + " and to_char(paid_at at time zone 'Asia/Shanghai', 'YYYY-MM') = '2026-10'"
                    + " order by paid_at desc, payment_id",
                ANN));
  }

  @Test
  void anothersBillIsNotThereForAnyQuestion() throws SQLException {
    String bens =
        file.open(BEN, "WATER", 5_000, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 15));
    file.pay(BEN, bens, 1_000, LocalDate.of(2026, 9, 5));

    assertThat(ledger.bill(ANN, bens)).isEmpty();
    assertThat(ledger.surcharge(ANN, bens, TODAY, Locale.ENGLISH)).isEmpty();
    assertThat(ledger.bills(ANN, BillQuery.all(), null).items()).isEmpty();
    assertThat(ledger.open(ANN, BillQuery.all())).isEmpty();
    assertThat(ledger.payments(ANN, PaymentQuery.all(), null).items()).isEmpty();
    assertThat(store.paymentsTowards(ANN, Set.of(bens))).isEmpty();
    assertThat(ledger.bill(BEN, bens)).isPresent();
  }

  @Test
  void aMadeUpPageIsRefused() {
    for (String token : List.of("x", "!!", "MjAyNi0xMS0yNA", "YWJjIGRlZg")) {
      assertThatThrownBy(() -> ledger.bills(ANN, BillQuery.all(), token))
          .isInstanceOf(UnknownPageException.class);
    }
  }

  private void assertSame(BillQuery query, String condition) throws SQLException {
    List<String> expected =
        file.column(
            "select bill_no from bill where citizen_id = ? and ("
                + condition
                + ") order by issued_on desc, bill_no",
            ANN);
    assertThat(expected).as(condition).isNotEmpty();
    assertThat(allPages(next -> ledger.bills(ANN, query, next)))
        .as(condition)
        .extracting(BillView::billNo)
        .containsExactlyElementsOf(expected);
  }

  private static <T> List<T> allPages(Function<String, Page<T>> list) {
    List<T> all = new ArrayList<>();
    String next = null;
    do {
      Page<T> page = list.apply(next);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    return all;
  }

  private void fillAtRandom(int bills) throws SQLException {
    Random dice = new Random(7);
    for (int i = 0; i < bills; i++) {
      String citizen = i % 5 == 0 ? BEN : ANN;
      String fee = FEES[dice.nextInt(FEES.length)];
      long fen = 1 + dice.nextInt(900_000);
      LocalDate issued = TODAY.minusDays(dice.nextInt(180));
      LocalDate due =
          OfficialCalendar.builtIn().rollForward(issued.plusDays(dice.nextInt(60))).effectiveOn();
      String billNo =
          dice.nextInt(3) == 0
              ? file.paid(citizen, fee, fen, issued, due, issued.plusDays(dice.nextInt(50)))
              : file.open(citizen, fee, fen, issued, due);
      if (dice.nextBoolean()) {
        file.update(
            "update bill set period_from = ?, period_to = ? where bill_no = ?",
            issued.minusDays(40),
            issued.minusDays(dice.nextInt(40)),
            billNo);
      }
    }
  }
}
