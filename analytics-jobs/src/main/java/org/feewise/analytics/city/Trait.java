package org.feewise.analytics.city;

/** What a citizen has or is, and is billed for. */
enum Trait {
  HOUSEHOLD,
  GAS,
  HEATING,
  CAR,
  ROADSIDE_PARKING,
  STUDENT,
  LANDLORD,
  TAXPAYER,
  FLEXIBLE_WORKER,
  ENTERPRISE
}
