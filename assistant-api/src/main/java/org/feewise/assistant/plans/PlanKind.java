package org.feewise.assistant.plans;

/** What a proposed plan is best at. */
public enum PlanKind {
  /** It costs least beyond the bills themselves. */
  CHEAPEST,
  /** Its heaviest month is lightest. */
  LIGHTEST_MONTH,
  /** It is done on the earliest day. */
  SOONEST_DONE
}
