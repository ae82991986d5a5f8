package org.feewise.assistant.plans;

import java.util.OptionalInt;

/** On which day of the month a citizen's income arrives. */
public interface IncomeDays {
  /** A day from 1 to 31; empty where it is not known. */
  OptionalInt of(String citizenId);
}
