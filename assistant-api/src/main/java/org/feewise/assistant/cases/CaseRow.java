package org.feewise.assistant.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "ServiceCase")
@Table(name = "service_case")
class CaseRow {
  @Id
  @Column(name = "case_id")
  String caseId;

  @Column(name = "citizen_id")
  String citizenId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  CaseKind kind;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "details_cipher")
  byte[] details;

  @Column(name = "answer_cipher")
  byte[] answer;

  @Column(name = "closed_at")
  Instant closedAt;
}
