package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bills drawn by their number, so that a rerun draws the same.
 *
 * @param bills about as many as were asked for, all where there are no more
 * @param from how many there were to draw from
 */
record Draw(Dataset<Row> bills, long from) {
  private static final long BUCKETS = 1_000_000;

  static Draw atMost(Dataset<Row> all, int most) {
    long count = all.count();
    long share = count <= most ? BUCKETS : BUCKETS * most / count;
    return new Draw(all.where(pmod(xxhash64(col("bill_no")), lit(BUCKETS)).lt(share)), count);
  }
}
