package org.feewise.models.fees.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.words.Bilingual;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeeCatalogueTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String RULE =
      "term: contract-penalty, basis: contract, confidence: C, law: [{in: water-contract}]";

  private static final Bilingual RIVER_CITY = new Bilingual("江城", "River City");

  @TempDir Path folder;
  private final FeeCatalogue catalogue = FeeCatalogue.builtIn();

  @ParameterizedTest
  @EnumSource
  void everyRuleOfEveryFeeCitesItsLawInBothLanguages(FeeType feeType) {
    for (PayerKind payer : PayerKind.values()) {
      FeeScope scope = FeeScope.national(feeType, payer);
      assertThat(catalogue.title(feeType).zh()).isNotBlank();
      assertThat(catalogue.collector(feeType).en()).isNotBlank();
      for (Class<? extends FeeRule> kind :
          List.of(
              FeeRule.Deadline.class,
              FeeRule.Surcharge.class,
              FeeRule.Relief.class,
              FeeRule.Respite.class)) {
        for (FeeRule rule : catalogue.rules(kind, scope, TODAY)) {
          assertThat(rule.ground().cite(Words.CHINESE)).startsWith("《");
          assertThat(rule.ground().cite(Words.ENGLISH)).doesNotContainPattern("\\p{IsHan}");
        }
      }
    }
  }

  @Test
  void anExampleIsNeverShippedAsLaw() {
    for (FeeType feeType : FeeType.values()) {
      Ground ground =
          catalogue.surcharge(FeeScope.national(feeType, PayerKind.RESIDENT), TODAY).ground();
      assertThat(ground.isExample()).isEqualTo(ground.basis() == Ground.Basis.CONTRACT);
    }
  }

  @Test
  void theRightsOfTaxpayersAndOfFinedPersonsAreThere() {
    FeeScope tax = FeeScope.national(FeeType.DEED_TAX, PayerKind.RESIDENT);
    assertThat(catalogue.rules(FeeRule.Respite.class, tax, TODAY))
        .singleElement()
        .satisfies(
            deferral -> {
              assertThat(deferral.onApproval()).isTrue();
              assertThat(deferral.maxMonths()).hasValue(3);
              assertThat(deferral.ground().cite(Words.ENGLISH))
                  .contains("Tax Collection Administration Law, art. 31");
            });
    FeeScope fine = FeeScope.national(FeeType.TRAFFIC_FINE, PayerKind.RESIDENT);
    assertThat(catalogue.rules(FeeRule.Respite.class, fine, TODAY))
        .extracting(FeeRule.Respite::kind)
        .containsExactly(FeeRule.Respite.Kind.DEFERRAL, FeeRule.Respite.Kind.INSTALMENTS);
    assertThat(catalogue.rules(FeeRule.Relief.class, fine, TODAY))
        .extracting(FeeRule.Relief::circumstance)
        .containsExactly(FeeRule.Circumstance.HARDSHIP);
  }

  @ParameterizedTest
  @EnumSource
  void everyRightNamesWhoDecidesAndHowToAskInBothLanguages(FeeType feeType) {
    for (PayerKind payer : PayerKind.values()) {
      PayerRights rights = catalogue.rights(FeeScope.national(feeType, payer), TODAY);
      assertThat(rights.collector()).isEqualTo(catalogue.collector(feeType));
      assertThat(rights.respites())
          .allSatisfy(
              respite -> {
                assertBilingual(respite.condition());
                assertBilingual(respite.decidedBy());
                assertBilingual(respite.how());
                respite.form().ifPresent(FeeCatalogueTest::assertBilingual);
                assertThat(respite.form().isPresent()).isEqualTo(respite.onApproval());
              })
          .containsAll(rights.deferrals())
          .containsAll(rights.instalments())
          .hasSize(rights.deferrals().size() + rights.instalments().size());
      assertThat(rights.reliefs())
          .allSatisfy(
              relief -> {
                assertBilingual(relief.effect());
                assertBilingual(relief.grantedBy());
                assertBilingual(relief.how());
                relief.form().ifPresent(FeeCatalogueTest::assertBilingual);
              });
    }
  }

  private static void assertBilingual(Bilingual phrase) {
    assertThat(phrase.zh()).containsPattern("\\p{IsHan}");
    assertThat(phrase.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}|[，；（）]");
  }

  @Test
  void onePlaceTellsWhatAFinedPersonMayAskForAndOnWhichForm() {
    PayerRights rights =
        catalogue.rights(FeeScope.national(FeeType.ADMIN_FINE, PayerKind.RESIDENT), TODAY);
    assertThat(rights.instalments())
        .singleElement()
        .satisfies(
            instalments -> {
              assertThat(instalments.form().orElseThrow().zh()).contains("暂缓或者分期缴纳罚款的申请表");
              assertThat(instalments.ground().cite(Words.CHINESE)).contains("行政处罚法》第66条");
            });
    assertThat(rights.deferrals()).hasSize(1);
    assertThat(rights.reliefs()).hasSize(1);
    LocalDate before = catalogue.since().minusDays(1);
    assertThat(catalogue.rights(FeeScope.national(FeeType.ADMIN_FINE, PayerKind.RESIDENT), before))
        .isEqualTo(new PayerRights(rights.collector(), List.of(), List.of()));
  }

  @Test
  void aLawWhoseOfficialPageIsKnownLeadsThere() {
    FeeScope fine = FeeScope.national(FeeType.ADMIN_FINE, PayerKind.RESIDENT);
    assertThat(catalogue.surcharge(fine, TODAY).ground().laws())
        .extracting(LawArticle::url)
        .containsExactly(Optional.of("https://www.gov.cn/xinwen/2021-01/23/content_5582030.htm"));
    FeeScope water = FeeScope.national(FeeType.WATER, PayerKind.RESIDENT);
    assertThat(catalogue.surcharge(water, TODAY).ground().laws().getFirst().url()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: http://flk.npc.gov.cn/|url: \"http://flk.npc.gov.cn/\" is not an address",
        "url: 'javascript:alert(1)'|url: \"javascript:alert(1)\" is not an address",
        "url: 'https:///law'|url: \"https:///law\" is not an address",
        "url: 'https://a b'|url: \"https://a b\" is not an address",
        "link: https://flk.npc.gov.cn/|link: is not a key known here",
      })
  void anAddressThatIsNotSafeToOpenIsRefused(String url, String reason) throws IOException {
    Files.writeString(
        folder.resolve("river.yaml"),
        """
        region: river
        title: {zh: 江城, en: River City}
        laws:
          river-rules: {zh: 江城规定, en: River rules, %s}
        fees: {}
        """
            .formatted(url));
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .hasMessageContaining("river.yaml, line 4: " + reason);
  }

  @Test
  void everyMethodHasItsTerms() {
    FeeScope scope = FeeScope.national(FeeType.WATER, PayerKind.RESIDENT);
    assertThat(catalogue.methods(scope, TODAY))
        .extracting(MethodTerms::method)
        .containsExactly(PaymentMethod.values());
  }

  @Test
  void aFolderOfRulesMayHoldRegionsAndYears() throws IOException {
    assertThat(Surcharges.withRulesFrom(folder).catalogue()).isSameAs(FeeCatalogue.builtIn());
    Files.createDirectories(folder.resolve("regions"));
    Files.createDirectories(folder.resolve("calendar"));
    Files.writeString(
        folder.resolve("regions/river.yaml"),
        "region: river\ntitle: {zh: 江城, en: River City}\nfees: {}\n");
    Files.writeString(
        folder.resolve("calendar/2027.yaml"),
        "year: 2027\nbreaks: [{from: 2027-01-01, to: 2027-01-03, festivals: [NEW_YEAR]}]\n");
    Surcharges surcharges = Surcharges.withRulesFrom(folder);
    FeeScope scope = FeeScope.of(FeeType.VEHICLE_TAX, PayerKind.RESIDENT, "river");
    assertThat(surcharges.deadline(scope, LocalDate.of(2027, 1, 1)).effectiveOn())
        .isEqualTo("2027-01-04");
    assertThat(surcharges.catalogue().regions()).containsExactly(Map.entry("river", RIVER_CITY));
    assertThatThrownBy(() -> Surcharges.withRulesFrom(folder.resolve("absent")))
        .hasMessageContaining("absent does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{daily: 0.001, basis: law, confidence: A, term: surcharge}|6: law: a rule without a law",
        "{daily: 0.001, law: [{in: water-contract}], confidence: A, term: surcharge}|6: basis: say",
        "{daily: 0.001, law: [{in: nowhere}], basis: law, confidence: A, term: surcharge}|6: law: \"nowhere\" is not among",
        "{RULE}|6: daily: is missing",
        "{daily: 0, RULE}|6: daily: 0 is not above 0",
        "{daily: much, RULE}|6: daily: \"much\" is not a decimal",
        "{daily: {thisYear: 0.001}, RULE}|6: earlierYears: is missing",
        "{dayly: 0.001, RULE}|6: dayly: is not a key",
        "{daily: 0.001, daily: 0.002, RULE}|6: daily: stands twice",
        "{daily: 0.001, cap: double, RULE}|6: cap: \"double\" is not one of",
        "{daily: 0.001, minimum: -1, RULE}|6: minimum: -1.00 is negative",
        "{daily: 0.001, payers: [], RULE}|6: payers: is empty",
        "{daily: 0.001, payers: [robot], RULE}|6: payers: \"robot\" is not one of",
        "{daily: 0.001, from: soon, RULE}|6: from: \"soon\" is not a date",
        "{daily: 0.001, from: 2026-02-01, to: 2026-01-01, RULE}|6: to: 2026-01-01 is before from",
        "nonsense|6: must have keys and values",
        "{daily: 0.001, RULE|is not YAML",
      })
  void aRuleThatMakesNoSenseIsRefusedWithFileLineAndReason(String rule, String reason)
      throws IOException {
    String yaml =
        """
        region: river
        title: {zh: 江城, en: River City}
        fees:
          WATER:
            surcharge:
              - %s
        """;
    Files.writeString(folder.resolve("river.yaml"), yaml.formatted(rule.replace("RULE", RULE)));
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining("river.yaml, line ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the second rule begins before the first one ends
        "2026-06-30|2026-06-30|7: WATER surcharge of RESIDENT contradicts the rule of line 6: both hold on 2026-06-30",
        "2026-06-30|2026-07-02|7: WATER surcharge of RESIDENT has a gap from 2026-07-01 to 2026-07-01",
      })
  void contradictionsAndGapsBetweenRulesAreRefused(String to, String from, String reason)
      throws IOException {
    Files.writeString(
        folder.resolve("river.yaml"),
        """
        region: river
        title: {zh: 江城, en: River City}
        fees:
          WATER:
            surcharge:
              - {daily: 0.001, to: %s, %s}
              - {daily: 0.002, from: %s, %s}
        """
            .formatted(to, RULE, from, RULE));
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .hasMessageContaining("river.yaml, line " + reason);
  }

  @Test
  void everyReasonIsToldAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("river.yaml"),
        "region: river\ntitle: {zh: 江城, en: River City}\nfees:\n  WATER:\n    surcharge:\n      - {daily: 0}\n      - {cap: none}\n"
            + "  AIR: {surcharge: []}\n");
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .isInstanceOfSatisfying(
            CatalogueRefused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(reason -> reason.where().line())
                    .containsExactly(6, 7, 8));
  }

  @Test
  void twoFilesForOneRegionAreRefused() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), "region: river\ntitle: {zh: 江城, en: River City}\nfees: {}\n");
    Files.writeString(
        folder.resolve("b.yaml"), "region: river\ntitle: {zh: 江城, en: River City}\nfees: {}\n");
    assertThatThrownBy(() -> FeeCatalogue.withRegionsFrom(folder))
        .hasMessageContaining("b.yaml, line 1: region river has two files");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  NON_TAX:|  NOTHING:|\"NOTHING\" is not a fee type",
        "  NON_TAX:|  NOTHING:|NON_TAX has no entry",
        "payers: [enterprise]|payers: [resident]|SOCIAL_INSURANCE surcharge of RESIDENT contradicts",
        "payers: [enterprise]|payers: [resident]|SOCIAL_INSURANCE surcharge of ENTERPRISE has no rule",
        "to: 2021-07-14|to: 2021-07-13|TRAFFIC_FINE surcharge of RESIDENT has a gap from 2021-07-14 to 2021-07-14",
        "from: 2024-06-01|from: 2024-05-31|ELECTRICITY surcharge of RESIDENT contradicts the rule",
        "daysAfterDecision: 15, |rollsForward: true, |stands twice",
        "{daysAfterDecision: 15, |{|daysAfterDecision: a fine's deadline runs from its decision",
        "since: 2012-01-01|since: sometime|since: \"sometime\" is not a date",
        "    title: {zh: 水费, en: Water}||WATER has no title",
      })
  void theNationalCatalogueMustBeWholeAndWithoutContradiction(
      String part, String instead, String reason) throws IOException {
    String whole;
    try (var yaml = FeeCatalogue.class.getResourceAsStream("fees.yaml")) {
      whole = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(whole).contains(part);
    String changed = whole.replace(part, instead == null ? "" : instead);
    assertThatThrownBy(() -> FeeCatalogue.load("fees.yaml", new StringReader(changed), List.of()))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining(reason);
  }
}
