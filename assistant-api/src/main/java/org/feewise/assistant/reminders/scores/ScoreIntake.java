package org.feewise.assistant.reminders.scores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.feewise.assistant.outbox.Outbox;
import org.feewise.assistant.reminders.ReminderPlanner;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.jboss.logging.Logger;

/**
 * Takes in risk scores, each event once: the newest score of a bill is kept and its reminder
 * planned, in one transaction with the mark that the event was seen. What is no score of a bill we
 * know is set aside on a topic of its own and stops nothing.
 */
@ApplicationScoped
public class ScoreIntake {
  private static final Logger LOG = Logger.getLogger(ScoreIntake.class);

  private final EntityManager entities;
  private final Outbox outbox;
  private final ReminderPlanner planner;

  ScoreIntake(EntityManager entities, Outbox outbox, ReminderPlanner planner) {
    this.entities = entities;
    this.outbox = outbox;
    this.planner = planner;
  }

  /**
   * Takes in one batch as it came from the topic.
   *
   * @return how many scores were kept; events seen before and scores older than the kept one are
   *     not among them
   */
  @Transactional
  public int take(List<ScoreRecord> records) {
    List<Read> read = new ArrayList<>();
    for (ScoreRecord each : records) {
      try {
        read.add(read(each));
      } catch (IllegalArgumentException e) {
        setAside(each, "it is not a risk score");
      }
    }
    List<Read> fresh = unseen(read);
    Set<String> known = knownBills(fresh);
    List<Read> ours = new ArrayList<>();
    for (Read each : fresh) {
      if (known.contains(each.billOfCitizen())) {
        ours.add(each);
      } else {
        leave(each.origin(), "the citizen has no such bill here");
      }
    }
    List<String> kept = keep(ours);
    planner.plan(kept);
    return kept.size();
  }

  /** Sets one record aside, once however often the topic is read from the beginning. */
  @Transactional
  public void setAside(ScoreRecord record, String why) {
    String mark = record.position() + " " + UUID.nameUUIDFromBytes(record.json().getBytes(UTF_8));
    if (!firstSeen(List.of(mark)).isEmpty()) {
      leave(record, why);
    }
  }

  private void leave(ScoreRecord record, String why) {
    LOG.warnf("risk score at %s set aside: %s", record.position(), why);
    outbox.add(Topics.RISK_SCORES_SET_ASIDE, storable(record.key()), storable(record.json()));
  }

  /** The database keeps any text but the character zero. */
  private static String storable(String text) {
    return text == null ? "" : text.replace('\0', '\uFFFD');
  }

  private static Read read(ScoreRecord record) {
    CloudEvent<RiskScore> event = EventJson.read(record.json(), RiskScore.class);
    if (!event.type().equals(RiskScore.EVENT_TYPE)
        || !event.subject().equals(event.data().citizenId())) {
      throw new IllegalArgumentException("the envelope is not that of the citizen's risk score");
    }
    return new Read(record, event);
  }

  private List<Read> unseen(List<Read> read) {
    Set<String> unseen = firstSeen(read.stream().map(Read::mark).toList());
    return read.stream().filter(each -> unseen.remove(each.mark())).toList();
  }

  private Set<String> firstSeen(List<String> marks) {
    List<?> inserted =
        entities
            .createNativeQuery(
                "insert into consumed_event (event_id) select distinct unnest(?1)"
                    + " on conflict do nothing returning event_id",
                String.class)
            .setParameter(1, marks.toArray(String[]::new))
            .getResultList();
    Set<String> firstSeen = new HashSet<>();
    inserted.forEach(each -> firstSeen.add((String) each));
    return firstSeen;
  }

  private Set<String> knownBills(List<Read> fresh) {
    List<?> found =
        entities
            .createNativeQuery(
                "select bill_no || ' ' || citizen_id from bill where bill_no = any(?1)",
                String.class)
            .setParameter(
                1, fresh.stream().map(each -> each.score().billNo()).toArray(String[]::new))
            .getResultList();
    Set<String> known = new HashSet<>();
    found.forEach(each -> known.add((String) each));
    return known;
  }

  /** Keeps the newest score of each bill; gives the bills whose score changed. */
  private List<String> keep(List<Read> scores) {
    String events =
        scores.stream().map(each -> each.origin().json()).collect(joining(",", "[", "]"));
    List<?> changed =
        entities
            .createNativeQuery(UPSERT, String.class)
            .setParameter("events", events)
            .getResultList();
    return changed.stream().map(String.class::cast).toList();
  }

  private static final String UPSERT =
      """
      insert into risk_score as kept (bill_no, citizen_id, scored_at, model_version,
          probability_late, band, expected_days_late, reasons, event_id)
      select distinct on (s."billNo") s."billNo", s."citizenId", s."scoredAt", s."modelVersion",
          s."probabilityLate", s.band, s."expectedDaysLate", s.reasons, e.id
      from jsonb_to_recordset(cast(:events as jsonb)) as e(id text, data jsonb),
           jsonb_to_record(e.data) as s("billNo" text, "citizenId" text, "scoredAt" timestamptz,
             "modelVersion" text, "probabilityLate" double precision, band text,
             "expectedDaysLate" double precision, reasons jsonb)
      order by s."billNo", s."scoredAt" desc
      on conflict (bill_no) do update set
          scored_at = excluded.scored_at, model_version = excluded.model_version,
          probability_late = excluded.probability_late, band = excluded.band,
          expected_days_late = excluded.expected_days_late, reasons = excluded.reasons,
          event_id = excluded.event_id
        where excluded.scored_at > kept.scored_at
      returning bill_no
      """;

  private record Read(ScoreRecord origin, CloudEvent<RiskScore> event) {
    RiskScore score() {
      return event.data();
    }

    /** What CloudEvents are told apart by. */
    String mark() {
      return event.source() + " " + event.id();
    }

    String billOfCitizen() {
      return score().billNo() + " " + score().citizenId();
    }
  }
}
