package org.feewise.assistant.reminders.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.reminders.KeptReasons;
import org.feewise.assistant.reminders.ListPage;
import org.feewise.models.events.RiskScore;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.risk.RiskBand;

/** The latest score of each open bill. */
@ApplicationScoped
public class Scores {
  private final EntityManager entities;
  private final KeptReasons reasons;

  Scores(EntityManager entities, KeptReasons reasons) {
    this.entities = entities;
    this.reasons = reasons;
  }

  /** Scores of open bills, the likeliest to be late first, 50 a page. */
  @Transactional
  public ListPage<RiskScore> open(Optional<RiskBand> band, Optional<FeeType> feeType, int page) {
    Query query =
        entities
            .createNativeQuery(
                """
                select s.bill_no, s.citizen_id, s.scored_at, s.model_version, s.probability_late,
                       s.band, s.expected_days_late, cast(s.reasons as text),
                       cast(b.effective_due_on as text), b.fee_type, b.principal_fen - b.paid_fen
                from risk_score s join bill b using (bill_no)
                where b.settled_on is null
                  and (cast(:band as text) is null or s.band = :band)
                  and (cast(:feeType as text) is null or b.fee_type = :feeType)
                order by s.probability_late desc, s.bill_no
                """)
            .setParameter("band", band.map(Enum::name).orElse(null))
            .setParameter("feeType", feeType.map(Enum::name).orElse(null))
            .setFirstResult(ListPage.first(page))
            .setMaxResults(ListPage.last(page) - ListPage.first(page) + 1);
    @SuppressWarnings("unchecked") // a native query of several columns gives arrays
    List<Object[]> rows = query.getResultList();
    return ListPage.of(rows.stream().map(this::score).toList(), page);
  }

  private RiskScore score(Object[] row) {
    return new RiskScore(
        (String) row[0],
        (String) row[1],
        (Instant) row[2],
        (String) row[3],
        (double) row[4],
        RiskBand.valueOf((String) row[5]),
        (double) row[6],
        reasons.read((String) row[7]),
        LocalDate.parse((String) row[8]),
        FeeType.valueOf((String) row[9]),
        Money.ofFen(((Number) row[10]).longValue()));
  }
}
