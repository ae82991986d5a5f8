package org.feewise.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

@AnalyzeClasses(packages = "org.feewise.analytics", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule meetsTheServiceOnlyInDatabaseTopicsAndFiles =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.feewise.assistant..", "io.quarkus..", "org.hibernate..");

  @ArchTest
  static final ArchRule roomsDoNotDependOnEachOtherInCircles =
      slices().matching("org.feewise.analytics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule aCityIsMadeWithoutKnowingWhatIsLearntFromIt =
      noClasses()
          .that()
          .resideInAPackage("..analytics.city..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.feewise.analytics..")
                  .and(resideOutsideOfPackage("..analytics.city..")));

  @ArchTest
  static final ArchRule theCommandLineIsTheDoorAndNothingStandsOnIt =
      noClasses()
          .that()
          .resideOutsideOfPackage("..analytics.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..analytics.cli..");

  @ArchTest
  static final ArchRule sparkIsOpenedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("..analytics.cli..")
          .should()
          .callMethod(SparkSession.class, "builder");

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
  static final ArchRule chanceComesFromASeed =
      noClasses()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SecureRandom.class);

  @ArchTest
  static final ArchRule onlyTheCommandLineEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("..analytics.cli..")
          .should(
              callMethodWhere(
                  JavaCall.Predicates.target(
                      DescribedPredicate.describe(
                          "System.exit or Runtime.halt",
                          target ->
                              Set.of("exit", "halt").contains(target.getName())
                                  && target.getOwner().getPackageName().equals("java.lang")))));

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Processor|Info|Data)$");
}
