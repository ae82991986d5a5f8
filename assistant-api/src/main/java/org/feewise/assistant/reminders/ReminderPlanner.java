package org.feewise.assistant.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final EntityManager entities;
  private final ReminderRows reminders;
  private final Preferences preferences;
  private final ReminderPolicy policy;
  private final Clock clock;

  ReminderPlanner(
      EntityManager entities,
      ReminderRows reminders,
      Preferences preferences,
      ReminderPolicy policy,
      Clock clock) {
    this.entities = entities;
    this.reminders = reminders;
    this.preferences = preferences;
    this.policy = policy;
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
    Map<String, List<ReminderRow>> ofBills =
        reminders.ofBills(billNos).stream().collect(groupingBy(row -> row.billNo));
    Moments moments = Moments.of(reminders.recent(citizens, policy.weekAgo()));
    for (ScoredBill bill : bills) {
      plan(
          bill,
          chosen.getOrDefault(bill.citizenId(), ReminderPreferences.USUAL),
          ofBills.getOrDefault(bill.billNo(), List.of()),
          moments);
    }
  }

  /** A reminder that waits is planned anew; one for a reason that had its reminder is not made. */
  private void plan(
      ScoredBill bill, ReminderPreferences wanted, List<ReminderRow> before, Moments moments) {
    Optional<ReminderRow> waiting =
        before.stream().filter(row -> row.status == ReminderStatus.QUEUED).findFirst();
    String waitingId = waiting.map(row -> row.reminderId).orElse(null);
    ReminderCandidate candidate =
        new ReminderCandidate(
            bill.billNo(),
            bill.dueOn(),
            bill.paid(),
            bill.band(),
            wanted,
            moments.ofOthers(bill.citizenId(), waitingId));
    switch (policy.decide(candidate)) {
      case Send send when hadOne(before, waitingId, send) -> {}
      case Send send when waiting.isPresent() ->
          reminders.move(waitingId, send.at().toInstant(), send.reason());
      case Send send -> {
        ReminderRow row = queued(bill, send);
        reminders.persist(row);
        moments.add(row);
      }
      case Suppress ignored -> {}
    }
  }

  private static boolean hadOne(List<ReminderRow> before, String waitingId, Send send) {
    return before.stream()
        .anyMatch(row -> !row.reminderId.equals(waitingId) && row.reason == send.reason());
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

  /** The moments of each citizen's reminders, by reminder. */
  private record Moments(Map<String, Map<String, Instant>> byCitizen) {
    static Moments of(List<ReminderRow> rows) {
      Moments moments = new Moments(new HashMap<>());
      rows.forEach(moments::add);
      return moments;
    }

    void add(ReminderRow row) {
      byCitizen
          .computeIfAbsent(row.citizenId, citizen -> new HashMap<>())
          .put(row.reminderId, row.moment());
    }

    List<Instant> ofOthers(String citizenId, String except) {
      return byCitizen.getOrDefault(citizenId, Map.of()).entrySet().stream()
          .filter(entry -> !entry.getKey().equals(except))
          .map(Map.Entry::getValue)
          .toList();
    }
  }
}
