package org.feewise.models.fees;

/** The kinds of fee a citizen or an enterprise pays to the state or to a public utility. */
public enum FeeType {
  WATER,
  ELECTRICITY,
  GAS,
  HEATING,
  WASTE,
  SOCIAL_INSURANCE,
  MEDICAL_INSURANCE,
  INCOME_TAX,
  PROPERTY_TAX,
  VEHICLE_TAX,
  DEED_TAX,
  TRAFFIC_FINE,
  ADMIN_FINE,
  TUITION,
  EXAM_FEE,
  PARKING,
  LICENCE_FEE,
  NON_TAX;

  /** Whether the deadline runs from the day a penalty decision was served. */
  public boolean isFine() {
    return this == TRAFFIC_FINE || this == ADMIN_FINE;
  }
}
