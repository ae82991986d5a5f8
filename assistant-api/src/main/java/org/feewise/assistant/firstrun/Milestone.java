package org.feewise.assistant.firstrun;

/** The steps of the first run that are never done twice. */
enum Milestone {
  /** The demo city's rows are in the database. */
  CITY_LOADED,
  /** The model is trained, open bills are scored and the reports are filled. */
  ANALYSED
}
