package org.feewise.assistant.cases;

/** What an office is asked to do. */
public enum CaseKind {
  /** Check a charge. */
  DISPUTE,
  /** Return money. */
  REFUND,
  /** Talk to the citizen. */
  HANDOFF
}
