package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;

/**
 * Bills drawn by their number, so that a rerun draws the same.
 *
 * @param from how many there are to draw from
 * @param most about how many are drawn, all where there are no more
 */
record Draw(long from, int most) {
  private static final long BUCKETS = 1_000_000;

  /** Whether the bill of a row is drawn. */
  Column isDrawn() {
    long share = from <= most ? BUCKETS : BUCKETS * most / from;
    return pmod(xxhash64(col("bill_no")), lit(BUCKETS)).lt(share);
  }
}
