package org.feewise.models.fees;

/** Who owes a fee; some rules differ between a household and other payers. */
public enum PayerKind {
  RESIDENT,
  FLEXIBLE_WORKER,
  ENTERPRISE
}
