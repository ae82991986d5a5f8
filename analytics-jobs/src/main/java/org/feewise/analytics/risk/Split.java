package org.feewise.analytics.risk;

/** How the test part of a table is chosen. */
public enum Split {
  /** The bills issued last. */
  TEMPORAL,
  /** A random part. */
  RANDOM
}
