package org.feewise.assistant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

@AnalyzeClasses(
    packages = "org.feewise.assistant",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  @ArchTest
  static final ArchRule meetsAnalyticsInTheDatabaseOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.feewise.analytics..", "org.apache.spark..");

  @ArchTest
  static final ArchRule roomsFormNoCycle =
      slices().matching("org.feewise.assistant.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule entitiesNeverLeaveTheirRoom =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule todayIsAskedOfTheClock =
      noClasses()
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Info|Data)");

  @ArchTest
  static final ArchRule moneyIsNeverADouble =
      methods()
          .that()
          .haveNameMatching(".*(Fen|principal|surcharge|amount|total)")
          .should()
          .notHaveRawReturnType(double.class);
}
