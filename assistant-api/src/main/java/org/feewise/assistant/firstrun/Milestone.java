package org.feewise.assistant.firstrun;

/** The steps of the first run that are never done twice. */
enum Milestone {
  /** The demo city's rows are in the database; reached in the transaction that loads them. */
  CITY_LOADED("city-loaded"),
  /** The model is trained, open bills are scored and the reports are filled. */
  ANALYSED("analysed");

  private final String name;

  Milestone(String name) {
    this.name = name;
  }

  /** Its name in the table. */
  String stored() {
    return name;
  }
}
