package org.feewise.assistant.reminders;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.reminders.ReminderReason;
import org.feewise.models.risk.RiskBand;

/** Citizens, bills and scores that a test of reminders puts on file, and takes out again. */
public final class RemindersOnFile implements AutoCloseable {
  public static final String NATIONAL_ID = "110105199003078888";
  public static final String PHONE = "13800138000";
  public static final String HOME = "朝阳区建国路8号";

  private final BillsOnFile file;
  private final PersonalCipher cipher;
  private final Clock clock;
  private final String prefix;

  /**
   * @param prefix begins the id of every citizen and the number of every bill
   */
  public RemindersOnFile(DataSource database, PersonalCipher cipher, Clock clock, String prefix)
      throws SQLException {
    this.file = new BillsOnFile(database, prefix);
    this.cipher = cipher;
    this.clock = clock;
    this.prefix = prefix;
    close();
  }

  /** A citizen with all their personal data. */
  public String citizen(String name, String locale, String email) throws SQLException {
    String id = prefix + "C" + name;
    file.update(
        """
        insert into citizen (citizen_id, locale, email_cipher, national_id_cipher, phone_cipher,
          address_cipher, source) values (?, ?, ?, ?, ?, ?, 'test')""",
        id,
        locale,
        cipher.encrypt(email, id),
        cipher.encrypt(NATIONAL_ID, id),
        cipher.encrypt(PHONE, id),
        cipher.encrypt(HOME, id));
    return id;
  }

  public void wants(String citizenId, String channels, String quietFrom, String quietTo)
      throws SQLException {
    file.update(
        """
        insert into reminder_preference (citizen_id, channels, quiet_from, quiet_to)
        values (?, cast(? as text[]), cast(? as time), cast(? as time))""",
        citizenId,
        channels,
        quietFrom,
        quietTo);
  }

  /** An open bill of CNY 120.50, issued thirty days before it is due. */
  public String bill(String citizenId, LocalDate due) throws SQLException {
    return file.open(citizenId, "WATER", 12_050, due.minusDays(30), due);
  }

  public BillsOnFile bills() {
    return file;
  }

  /** A score made now of a bill likely to be late. */
  public CloudEvent<RiskScore> score(String citizenId, String billNo, LocalDate due) {
    return score(citizenId, billNo, due, 0.9, clock.instant());
  }

  public CloudEvent<RiskScore> score(
      String citizenId, String billNo, LocalDate due, double probability, Instant at) {
    RiskScore score =
        new RiskScore(
            billNo,
            citizenId,
            at,
            "test",
            probability,
            probability > 0.5 ? RiskBand.HIGH : RiskBand.LOW,
            4,
            List.of(),
            due,
            FeeType.WATER,
            Money.ofFen(12_050));
    return CloudEvent.of(
        UUID.randomUUID().toString(), "/test", RiskScore.EVENT_TYPE, at, citizenId, score);
  }

  public static String json(CloudEvent<RiskScore> event) {
    return EventJson.write(event);
  }

  /** The reminders of a citizen: channel, reason, status and attempts, the oldest first. */
  public List<String> of(String citizenId) throws SQLException {
    return file.column(
        """
        select channel || ' ' || reason || ' ' || status || ' ' || attempts
        from reminder where citizen_id = ? order by send_after, reminder_id""",
        citizenId);
  }

  /** When a citizen's reminders will be sent or were, Asia/Shanghai. */
  public List<String> moments(String citizenId) throws SQLException {
    return file.column(
        """
        select to_char(coalesce(sent_at, send_after) at time zone 'Asia/Shanghai',
          'YYYY-MM-DD HH24:MI')
        from reminder where citizen_id = ? order by 1""",
        citizenId);
  }

  /** A reminder that waits, as if it had been planned. */
  public String waiting(String citizenId, String billNo, Instant sendAfter, ReminderReason reason)
      throws SQLException {
    String id = UUID.randomUUID().toString();
    file.update(
        """
        insert into reminder (reminder_id, citizen_id, bill_no, channel, reason, status, send_after)
        values (?, ?, ?, 'APP', ?, 'QUEUED', to_timestamp(?))""",
        id,
        citizenId,
        billNo,
        reason.name(),
        sendAfter.getEpochSecond());
    return id;
  }

  @Override
  public void close() throws SQLException {
    file.close();
    for (String table :
        List.of(
            "proposal",
            "payment_order",
            "service_case",
            "reminder_preference",
            "payment_plan",
            "conversation",
            "citizen")) {
      file.update("delete from " + table + " where starts_with(citizen_id, ?)", prefix);
    }
    file.update("delete from outbox where starts_with(key, ?)", prefix);
  }
}
