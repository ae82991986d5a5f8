package org.feewise.assistant.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.models.reminders.ReminderCandidate;
import org.feewise.models.reminders.ReminderDecision.Send;
import org.feewise.models.reminders.ReminderDecision.Suppress;
import org.feewise.models.reminders.ReminderPolicy;
import org.feewise.models.reminders.ReminderPreferences;
import org.feewise.models.risk.RiskBand;

/**
 * Queues the reminders that the policy wants for freshly scored bills, the likeliest late first.
 */
@ApplicationScoped
public class ReminderPlanner {
  private static final Duration WEEK = Duration.ofDays(7);

  private final EntityManager entities;
  private final ReminderRows reminders;
  private final Preferences preferences;
  private final ReminderPolicy policy;
  private final Clock clock;

  ReminderPlanner(
      EntityManager entities,
      ReminderRows reminders,
      Preferences preferences,
      Clock clock,
      @ConfigProperty(name = "feewise.reminders.most-per-week") int mostPerWeek) {
    this.entities = entities;
    this.reminders = reminders;
    this.preferences = preferences;
    this.policy = new ReminderPolicy(clock, mostPerWeek);
    this.clock = clock;
  }

  /** Plans for the bills of these numbers, within the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void plan(List<String> billNos) {
    if (billNos.isEmpty()) {
      return;
    }
    List<ScoredBill> bills = scored(billNos);
    Set<String> citizens = bills.stream().map(ScoredBill::citizenId).collect(toSet());
    Map<String, ReminderPreferences> chosen = preferences.of(citizens);
    Map<String, List<Instant>> moments =
        reminders.recent(citizens, clock.instant().minus(WEEK)).stream()
            .collect(
                groupingBy(
                    row -> row.citizenId,
                    mapping(row -> row.sendAfter, toCollection(ArrayList::new))));
    Set<Once> planned = reminders.ofBills(billNos).stream().map(Once::of).collect(toSet());
    for (ScoredBill bill : bills) {
      List<Instant> others = moments.computeIfAbsent(bill.citizenId(), key -> new ArrayList<>());
      ReminderPreferences wanted = chosen.getOrDefault(bill.citizenId(), ReminderPreferences.USUAL);
      plan(bill, wanted, others, planned);
    }
  }

  private void plan(
      ScoredBill bill, ReminderPreferences wanted, List<Instant> others, Set<Once> planned) {
    ReminderCandidate candidate =
        new ReminderCandidate(
            bill.billNo(), bill.dueOn(), bill.paid(), bill.band(), wanted, others);
    switch (policy.decide(candidate)) {
      case Send send -> {
        ReminderRow row = queued(bill, send);
        if (planned.add(Once.of(row))) {
          reminders.persist(row);
          others.add(row.sendAfter);
        }
      }
      case Suppress ignored -> {}
    }
  }

  private ReminderRow queued(ScoredBill bill, Send send) {
    ReminderRow row = new ReminderRow();
    row.reminderId = UUID.randomUUID().toString();
    row.citizenId = bill.citizenId();
    row.billNo = bill.billNo();
    row.channel = send.channel();
    row.reason = send.reason();
    row.status = ReminderStatus.QUEUED;
    row.sendAfter = send.at().toInstant();
    row.createdAt = clock.instant();
    row.source = "service";
    return row;
  }

  @SuppressWarnings("unchecked") // a native query of several columns gives arrays
  private List<ScoredBill> scored(List<String> billNos) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select b.bill_no, b.citizen_id, cast(b.effective_due_on as text),
                       b.settled_on is not null, s.band
                from bill b join risk_score s using (bill_no)
                where b.bill_no = any(?1)
                order by s.probability_late desc, b.bill_no
                """)
            .setParameter(1, billNos.toArray(String[]::new))
            .getResultList();
    return rows.stream().map(ReminderPlanner::scored).toList();
  }

  private static ScoredBill scored(Object[] row) {
    return new ScoredBill(
        (String) row[0],
        (String) row[1],
        LocalDate.parse((String) row[2]),
        (boolean) row[3],
        RiskBand.valueOf((String) row[4]));
  }

  /** What there is at most one reminder of. */
  private record Once(String billNo, String channel, String reason) {
    static Once of(ReminderRow row) {
      return new Once(row.billNo, row.channel.name(), row.reason.name());
    }
  }
}
