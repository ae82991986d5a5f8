package org.feewise.assistant.chat.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.plans.IncomeDays;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class CitizenToolsTest {
  private static final String MINE = "C0000001";
  private static final String OTHERS = "C0000002";

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject BillLedger ledger;
  @Inject IncomeDays incomeDays;

  private BillsOnFile file;
  private String others;
  private CitizenTools tools;

  @BeforeEach
  void anothersBillIsOnFile() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    file = new BillsOnFile(database, "TOOL2026-");
    file.open(MINE, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    others = file.open(OTHERS, "WATER", 777_777, today.minusDays(60), today.minusDays(40));
    file.pay(OTHERS, others, 11_111, today.minusDays(50));
    tools = toolsWith(FeeCatalogue.builtIn());
  }

  private CitizenTools toolsWith(FeeCatalogue catalogue) {
    CitizenBills bills = new CitizenBills(ledger, catalogue, MINE, Words.ENGLISH);
    return new CitizenTools(
        bills,
        new CitizenPlan(ledger, new PlanAdvisor(ledger, catalogue, incomeDays), bills),
        null,
        Language.ENGLISH,
        Optional.empty(),
        use -> {});
  }

  @Test
  void theRuleToldIsThatOfTheRegionThatTheBillNames(@TempDir Path folder)
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("river.yaml"),
        """
        region: river
        title: {zh: 江城, en: River City}
        laws:
          river-water: {zh: 江城供水条例, en: River City Water Rules}
        fees:
          WATER:
            surcharge:
              - {term: surcharge, daily: 0.002, cap: principal, basis: law, confidence: A, law: [{in: river-water, article: "9"}]}
        """);
    CitizenTools inRiver = toolsWith(FeeCatalogue.withRegionsFrom(folder));
    assertThat(inRiver.surcharge(FeeType.WATER, null, null, null, null))
        .contains("\"dailyRate\":\"0.05%\"");
    file.update("update bill set region = 'river' where bill_no like 'TOOL2026-%'");
    assertThat(inRiver.surcharge(FeeType.WATER, null, null, null, null))
        .contains("\"dailyRate\":\"0.2%\"", "River City Water Rules, art. 9");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  @Test
  void whereABudgetIsTooSmallHelpComesBeforeThePlan() {
    String found = tools.plan(null, null, "0.01", null, null, null);

    assertThat(found).contains("\"kind\":\"PERSON\"", "12345");
    assertThat(found.indexOf("\"help\"")).isLessThan(found.indexOf("\"feasible\""));
  }

  @Test
  void noArgumentOfAToolReadsAnothersBill() {
    for (String number : List.of(others, others.toLowerCase(), others + "' or '1'='1", "%")) {
      List<String> results =
          List.of(
              tools.bills(null, null, null, null, number),
              tools.bills(FeeType.WATER, "2000-01-01", "2100-01-01", "OVERDUE", number),
              tools.deadlines(null, null, null, null, number),
              tools.surcharge(null, number, null, null, null),
              tools.plan(null, number, null, null, null, null));
      assertThat(results).allSatisfy(result -> assertThat(result).contains("\"problem\""));
    }
    Stream.of(
            tools.bills(FeeType.WATER, "2000-01-01", "2100-01-01", null, null),
            tools.bills(null, null, null, "' or 1=1 --", null),
            tools.deadlines(null, null, null, "2100-01-01", null),
            tools.payments(null, "2000-01-01", "2100-01-01", null),
            tools.surcharge(FeeType.WATER, null, "2100-01-01", null, null),
            tools.plan(FeeType.WATER, null, "100000.00", 12, null, null))
        .forEach(
            result -> assertThat(result).doesNotContain(others, "7777.77", "7666.66", "111.11"));
  }
}
