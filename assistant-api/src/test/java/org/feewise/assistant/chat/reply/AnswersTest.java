package org.feewise.assistant.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswersTest {
  private static final String CITIZEN = "C0000005";

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject BillLedger ledger;
  @Inject Assistant assistant;

  private BillsOnFile file;
  private String late;

  @BeforeEach
  void aLateTaxBill() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    file = new BillsOnFile(database, "ANSWERS-");
    late = file.open(CITIZEN, "PROPERTY_TAX", 100_000, today.minusDays(70), today.minusDays(40));
  }

  @AfterEach
  void itIsGone() throws SQLException {
    file.close();
  }

  /** 1000.00 yuan of tax grow by 0.05 % a day: 0.50 a day, so 10 days more are 5.00 more. */
  @Test
  void aWhatIfIsToldBesideTheAnswerBefore() {
    Answer today = ask("账单" + late + "的滞纳金现在是多少", Topic.NONE);
    Answer later = ask("如果" + ledger.today().plusDays(10) + "交呢", today.topic());
    assertThat(later.understood().intent()).isEqualTo(Intent.SURCHARGE_EXPLAIN);
    Money now = surcharge(today);
    assertThat(surcharge(later)).isEqualTo(now.plus(Money.parse("5.00")));
    assertThat(later.reply()).contains("比刚才多付 5.00 元（刚才是 " + now + " 元）");
    assertThat(today.reply()).doesNotContain("刚才");
  }

  @Test
  void aPlanInOtherPartsIsToldBesideThePlanBefore() {
    Answer plan = ask("房产税怎么分两期付最省", Topic.NONE);
    Answer other = ask("如果分三期付呢", plan.topic());
    assertThat(other.understood().slots().instalments()).contains(3);
    assertThat(other.tools()).singleElement().extracting(ToolUse::name).isEqualTo("plan");
    assertThat(other.reply()).containsPattern("比刚才[多少]付|和刚才一样");
  }

  /** 1000.00 yuan of tax and its surcharge: of 1100 a month less than is owed is to spare. */
  @Test
  void moneyToSpareIsToldOnlyWhereALimitIsNear() {
    assertThat(ask("房产税怎么交最省", Topic.NONE).reply()).doesNotContain("最多可少");
    assertThat(ask("房产税怎么交最省,每月最多1100元", Topic.NONE).reply()).contains("最多可少");
  }

  @Test
  void bothWishesOfAMessageAreAnswered() {
    Answer answer = ask("我的房产税还欠多少,顺便告诉我上个月付过哪些费", Topic.NONE);
    assertThat(answer.tools()).extracting(ToolUse::name).containsExactly("bills", "payments");
    assertThat(answer.reply()).contains("\n\n");
  }

  /** Of the law on administrative penalties, article 72: 3 % a day, at most the fine itself. */
  @Test
  void aGeneralQuestionOfLatenessIsToldTheRuleAndThenTheBillsOfTheCitizen() {
    Answer answer = ask("罚款逾期不交每天加多少,有没有上限", Topic.NONE);
    assertThat(answer.understood().intent()).isEqualTo(Intent.SURCHARGE_EXPLAIN);
    assertThat(answer.tools()).extracting(ToolUse::name).containsExactly("surcharge", "policy");
    assertThat(answer.citations())
        .anyMatch(cited -> cited.article().contains("行政处罚法") && cited.article().contains("72"));
    assertThat(answer.reply()).startsWith("到期不缴罚款").contains("3%", "您自己的情况：");
  }

  @Test
  void whoAsksOfTheirOwnBillsIsToldTheirFiguresFirst() {
    Answer answer = ask("我的房产税晚交了要加多少滞纳金", Topic.NONE);
    assertThat(answer.reply()).startsWith("今天").doesNotContain("您自己的情况：");
  }

  @ParameterizedTest
  @ValueSource(strings = {"燃气费多少", "停车费多少", "查停车费", "水费欠多少"})
  void aShortQuestionOfABillIsToldNoRule(String text) {
    Answer answer = ask(text, Topic.NONE);
    assertThat(answer.understood().intent()).isEqualTo(Intent.BILL_QUERY);
    assertThat(answer.citations()).isEmpty();
  }

  /**
   * Of the Civil Code, article 944: a property company cuts nobody's water or power for its fee.
   */
  @Test
  void aRuleIsToldThoughItsStoryIsOfAnotherCharge() {
    Answer answer = ask("没交物业费，物业把我家水给停了，这合法吗", Topic.NONE);
    assertThat(answer.understood().intent()).isEqualTo(Intent.POLICY_ASK);
    assertThat(answer.citations()).anyMatch(cited -> cited.article().contains("944"));
  }

  @Test
  void whatNoRuleAnswersStaysOutOfScope() {
    Answer answer = ask("物业费一平米多少钱合适", Topic.NONE);
    assertThat(answer.understood().intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    assertThat(answer.citations()).isEmpty();
  }

  /** The rule is of any year, so its days name none. */
  @Test
  void aRuleWithDaysOfAnyYearIsTold() {
    Answer answer = ask("个税年度汇算几月到几月办", Topic.NONE);
    assertThat(answer.reply()).contains("3月1日", "6月30日");
  }

  @Test
  void theSameQuestionHasTheSameFiguresEightTimes() {
    List<String> replies =
        IntStream.range(0, 8).mapToObj(i -> ask("怎么交最省钱,分三期", Topic.NONE).reply()).toList();
    assertThat(replies).containsOnly(replies.getFirst());
  }

  @Test
  void aButtonPaysTheBillThatWasTold() {
    Answer answer = ask("我的房产税欠多少", Topic.NONE);
    Answer.Action pay =
        answer.actions().stream().filter(a -> a.href().contains(late)).findFirst().orElseThrow();
    assertThat(pay.kind()).isEqualTo("say");
    String message =
        URLDecoder.decode(pay.href().substring("/?say=".length()), StandardCharsets.UTF_8);
    assertThat(ask(message, answer.topic()).understood().intent()).isEqualTo(Intent.PAY_START);
  }

  private static Money surcharge(Answer answer) {
    return Money.parse(answer.tools().getFirst().result().path("surcharge").asText());
  }

  private Answer ask(String text, Topic topic) {
    return assistant.answer(
        new Question(CITIZEN, text, Words.CHINESE, topic, List.of(), ledger), Listener.NONE);
  }
}
