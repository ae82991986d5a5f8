package org.feewise.models.fees;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.evaluation.MalformedCase;
import org.feewise.models.evaluation.Scoring;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/** Scores surcharges on a case file: late days and amount, both exactly right. */
public final class SurchargeEvaluation {
  private final Surcharges surcharges;

  public SurchargeEvaluation(Surcharges surcharges) {
    this.surcharges = surcharges;
  }

  /** Scores the rules that come with FeeWise; see {@link #score}. */
  public static int run(
      Path cases, Optional<Path> out, PrintStream metricsTo, PrintStream complaintsTo) {
    return new SurchargeEvaluation(Surcharges.builtIn()).score(cases, out, metricsTo, complaintsTo);
  }

  /**
   * Scores a file of cases.
   *
   * @param out where one line a prediction goes, if anywhere
   * @return the exit status: 0 when the file was scored, 2 when it could not be read
   */
  public int score(
      Path cases, Optional<Path> out, PrintStream metricsTo, PrintStream complaintsTo) {
    return new Evaluation(metricsTo, complaintsTo).run(cases, out, new Cases());
  }

  /** One case; without an expectation it is predicted and counted, not scored. */
  record Case(String id, SurchargeQuestion question, Optional<Expectation> expect) {}

  record Expectation(long lateDays, Money surcharge) {}

  record Prediction(
      String id,
      long lateDays,
      Money surcharge,
      boolean capped,
      String legalBasis,
      String explanation) {}

  private final class Cases implements Scoring<Case> {
    private int cases;
    private int exact;

    @Override
    public Case read(CaseFields line) {
      return new Case(
          line.text("id"),
          question(line),
          line.optionalObject("expect")
              .map(e -> new Expectation(e.integer("lateDays"), e.money("surcharge"))));
    }

    @Override
    public List<?> score(Case scored) {
      SurchargeAssessment assessment = assess(scored.question());
      cases++;
      boolean right =
          scored
              .expect()
              .map(
                  e ->
                      e.lateDays() == assessment.lateDays()
                          && e.surcharge().equals(assessment.surcharge()))
              .orElse(false);
      exact += right ? 1 : 0;
      return List.of(
          new Prediction(
              scored.id(),
              assessment.lateDays(),
              assessment.surcharge(),
              assessment.capped(),
              assessment.legalBasis(Words.CHINESE),
              assessment.explanation(Words.CHINESE)));
    }

    @Override
    public Map<String, Object> metrics() {
      Map<String, Object> metrics = new LinkedHashMap<>();
      metrics.put("cases", cases);
      metrics.put("exact", exact);
      return metrics;
    }

    private SurchargeAssessment assess(SurchargeQuestion question) {
      try {
        return surcharges.assess(question);
      } catch (IllegalArgumentException e) {
        throw new MalformedCase("", e.getMessage());
      }
    }
  }

  private static SurchargeQuestion question(CaseFields line) {
    FeeScope scope =
        new FeeScope(
            line.choice("feeType", FeeType.class),
            line.choice("payer", PayerKind.class),
            line.optionalText("region"));
    DueBy due = new DueBy(line.optionalDate("dueOn"), line.optionalDate("decisionOn"));
    Money principal = line.money("principal");
    LocalDate paidOn = line.date("paidOn");
    try {
      return new SurchargeQuestion(
          scope,
          principal,
          due,
          paidOn,
          List.of(),
          Set.copyOf(line.dates("holidays")),
          Rulings.NONE);
    } catch (IllegalArgumentException e) {
      throw new MalformedCase("", e.getMessage());
    }
  }
}
