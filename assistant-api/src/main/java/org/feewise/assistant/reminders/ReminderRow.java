package org.feewise.assistant.reminders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderReason;

@Entity(name = "Reminder")
@Table(name = "reminder")
class ReminderRow {
  @Id
  @Column(name = "reminder_id")
  String reminderId;

  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "bill_no")
  String billNo;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel")
  ReminderChannel channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason")
  ReminderReason reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  ReminderStatus status;

  @Column(name = "detail")
  String detail;

  @Column(name = "message")
  String message;

  @Column(name = "send_after")
  Instant sendAfter;

  @Column(name = "sent_at")
  Instant sentAt;

  @Column(name = "read_at")
  Instant readAt;

  @Column(name = "attempts")
  int attempts;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "source")
  String source;

  /** When it was sent, or will be at the earliest. */
  Instant moment() {
    return sentAt == null ? sendAfter : sentAt;
  }

  /** Whether it was planned for the risk of its bill. */
  boolean isForRisk() {
    return billNo != null && reason != ReminderReason.PLANNED_PAYMENT && "service".equals(source);
  }

  ReminderView toView(List<String> reasons) {
    return new ReminderView(
        reminderId,
        citizenId,
        billNo,
        channel,
        reason,
        status,
        detail,
        message,
        sendAfter,
        sentAt,
        readAt,
        reasons);
  }
}
