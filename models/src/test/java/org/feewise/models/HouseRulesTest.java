package org.feewise.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

@AnalyzeClasses(packages = "org.feewise.models", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule whatIsDecidedNeedsNoFramework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.feewise.assistant..",
              "org.feewise.analytics..",
              "io.quarkus..",
              "jakarta..",
              "org.hibernate..",
              "org.apache.spark..",
              "org.apache.kafka..",
              "dev.langchain4j..");

  @ArchTest
  static final ArchRule roomsDoNotDependOnEachOtherInCircles =
      slices().matching("org.feewise.models.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule wordsAndMoneyLieAtTheBottom =
      noClasses()
          .that()
          .resideInAnyPackage("..models.words..", "..models.money..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..models.calendar..",
              "..models.evaluation..",
              "..models.events..",
              "..models.fees..",
              "..models.plans..",
              "..models.reminders..",
              "..models.risk..");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Processor|Info|Data)$");
}
