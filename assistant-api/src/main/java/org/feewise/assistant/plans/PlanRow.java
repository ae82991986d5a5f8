package org.feewise.assistant.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity(name = "PaymentPlan")
@Table(name = "payment_plan")
class PlanRow {
  @Id
  @Column(name = "plan_id")
  String planId;

  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "accepted_at")
  Instant acceptedAt;

  /** When another plan was accepted in its place. */
  @Column(name = "replaced_at")
  Instant replacedAt;

  /** The accepted plan that it was made to replace. */
  @Column(name = "replaces")
  String replaces;

  @Column(name = "wish_cipher")
  byte[] wishCipher;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "plan")
  String plan;
}
