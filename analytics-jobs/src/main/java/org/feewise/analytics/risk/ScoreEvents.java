package org.feewise.analytics.risk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.risk.publication.EventWriter;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.risk.Assessment;
import org.feewise.models.risk.RiskBand;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.RiskReason;

/**
 * Turns described open bills into score events. The id of an event comes from model, day, bill and
 * probability, so that a rerun repeats the ids and consumers see each score once.
 *
 * @param model the model that scores
 * @param asOf a bill whose due date is before this day is late already
 * @param scoredAt when the scores are made, UTC
 */
public record ScoreEvents(RiskModel model, LocalDate asOf, Instant scoredAt)
    implements EventWriter {
  static final String SOURCE = "/feewise/analytics";
  private static final String OVERDUE = "already_overdue";
  private static final double CERTAIN_LOG_ODDS = 10;

  /** The score of a row of {@link DescribedBills#SCHEMA}. */
  @Override
  public KeyedEvent event(Row bill) {
    String billNo = bill.getAs("bill_no");
    String citizen = bill.getAs("citizen_id");
    LocalDate dueOn = bill.<LocalDate>getAs("due_on");
    Assessment assessment = assess(bill, dueOn);
    RiskScore score =
        new RiskScore(
            billNo,
            citizen,
            scoredAt,
            model.version(),
            assessment.probabilityLate(),
            RiskBand.of(assessment.probabilityLate()),
            assessment.expectedDaysLate(),
            assessment.reasons(),
            dueOn,
            FeeType.valueOf(bill.getAs("fee_type")),
            Money.ofFen(bill.getAs("principal_fen")));
    CloudEvent<RiskScore> event =
        CloudEvent.of(idOf(score), SOURCE, RiskScore.EVENT_TYPE, scoredAt, citizen, score);
    return new KeyedEvent(citizen, EventJson.write(event));
  }

  private Assessment assess(Row bill, LocalDate dueOn) {
    Assessment atIssue = model.assess(DescribedBills.features(bill));
    if (!dueOn.isBefore(asOf)) {
      return atIssue;
    }
    long overdue = asOf.toEpochDay() - dueOn.toEpochDay();
    double daysIfLate = atIssue.expectedDaysLate() / atIssue.probabilityLate();
    List<RiskReason> reasons =
        Stream.concat(
                Stream.of(new RiskReason(OVERDUE, Long.toString(overdue), CERTAIN_LOG_ODDS)),
                atIssue.reasons().stream())
            .limit(3)
            .toList();
    return new Assessment(1, Math.max(overdue, daysIfLate), reasons);
  }

  private String idOf(RiskScore score) {
    String name =
        String.join(
            "|",
            model.version(),
            asOf.toString(),
            score.billNo(),
            Double.toString(score.probabilityLate()));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
