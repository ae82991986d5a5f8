package org.feewise.assistant.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What methods cost where a region has terms of its own: the example region of the documents. */
@QuarkusTest
class QuotesTest {
  private static final Path RIVER = Path.of("..", "docs", "examples", "rules");

  @Inject DataSource database;
  @Inject TestClock clock;
  @Inject BillLedger ledger;

  private OrdersOnFile file;
  private String citizen;
  private Quotes quotes;

  @BeforeEach
  void aCitizenOfTheRegion() throws SQLException {
    clock.standAt(LocalDate.of(2026, 11, 24).atTime(10, 0));
    file = new OrdersOnFile(database, "QUOTE2026-");
    citizen = file.citizen();
    quotes = new Quotes(ledger, Surcharges.withRulesFrom(RIVER));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    clock.run();
    file.close();
  }

  private String bill(String feeType, long fen) throws SQLException {
    String bill = file.inTime(citizen, feeType, fen);
    file.bills().update("update bill set region = 'river' where bill_no = ?", bill);
    return bill;
  }

  @Test
  void eachBillIsAPaymentOfItsOwnWithTheFeeOfItsAmount() throws SQLException {
    List<String> bills = List.of(bill("WATER", 4_914), bill("GAS", 100_000));

    Quote quote = quotes.of(citizen, bills, PaymentMethod.BANK_CARD).orElseThrow();

    // 0.50 + 0.6 % of 49.14 = 0.79484, and 0.50 + 0.6 % of 1000.00 = 6.50
    assertThat(quote.lines())
        .map(OrderLine::fee)
        .map(Money::toString)
        .containsExactly("0.79", "6.50");
    assertThat(quote.fee()).isEqualTo(Money.parse("7.29"));
    assertThat(quote.total()).isEqualTo(Money.parse("1056.43"));
    assertThat(quotes.obstacle(citizen, quote)).isEmpty();
  }

  @Test
  void aMethodWithoutFeeIsChosenBeforeOneWithAndOnlyIfItCarriesTheAmount() throws SQLException {
    assertThat(chosen(bill("WATER", 4_914))).isEqualTo(PaymentMethod.ALIPAY);
    assertThat(chosen(bill("TUITION", 600_000))).isEqualTo(PaymentMethod.UNIONPAY);
    assertThat(chosen(bill("DEED_TAX", 5_000_001))).isEqualTo(PaymentMethod.COUNTER);
  }

  private PaymentMethod chosen(String bill) {
    return quotes.of(citizen, List.of(bill), null).orElseThrow().method();
  }

  @Test
  void theLimitsOfTheRegionHold() throws SQLException {
    String most = bill("TUITION", 2_000_000);
    String over = bill("DEED_TAX", 2_000_001);
    String another = bill("INCOME_TAX", 2_000_000);

    assertThat(refusal(List.of(most))).isEmpty();
    assertThat(refusal(List.of(over))).contains("20000.00", over, "20000.01");
    assertThat(refusal(List.of(most, another))).isEmpty();
    assertThat(refusal(List.of(most, another, bill("WATER", 1)))).contains("40000.00", "40000.01");
  }

  private String refusal(List<String> bills) {
    Quote quote = quotes.of(citizen, bills, PaymentMethod.BANK_CARD).orElseThrow();
    return quotes
        .obstacle(citizen, quote)
        .map(problem -> problem.sentence(Locale.ENGLISH))
        .orElse("");
  }

  @Test
  void aFeeThatChangedIsAnAmountThatChanged() throws SQLException {
    List<String> bills = List.of(bill("WATER", 4_914));
    Quote national =
        new Quotes(ledger, Surcharges.builtIn())
            .of(citizen, bills, PaymentMethod.BANK_CARD)
            .orElseThrow();

    assertThat(quotes.obstacle(citizen, national))
        .hasValueSatisfying(
            problem ->
                assertThat(problem.sentence(Locale.ENGLISH)).contains("from 49.14 to 49.93 CNY"));
  }

  @Test
  void billsOfOthersAndPaidOnesAreRefused() throws SQLException {
    String paid = bill("WATER", 500);
    file.settle(citizen, paid, 500, LocalDate.of(2026, 11, 23));
    String others = file.inTime(file.citizen(), "WATER", 700);

    assertThatThrownBy(() -> quotes.of(citizen, List.of(paid), null))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    assertThatThrownBy(() -> quotes.of(citizen, List.of(others), null))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }
}
