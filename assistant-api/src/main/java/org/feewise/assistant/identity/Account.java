package org.feewise.assistant.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code account}: who may sign in with a password. */
@Entity
@Table(name = "account")
class Account {
  @Id String account;

  @Column(name = "password_hash")
  String passwordHash;

  String role;

  /** Null unless the role is citizen. */
  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "display_name")
  String displayName;
}
