package org.feewise.analytics.risk.publication;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One scoring of the open bills: the same day, model and source are the same run, however often and
 * wherever it is started.
 *
 * @param name what tells it from other runs
 * @param parts into how many parts its bills are split; a power of two, so that some more or fewer
 *     bills leave the split as it is
 */
record ScoringRun(String name, int parts) implements Serializable {
  static final int FEWEST_PARTS = 4;
  private static final long BILLS_A_PART = 25_000;

  static ScoringRun of(
      LocalDate asOf, String modelVersion, Optional<String> source, long openBills) {
    long wanted = Math.max(FEWEST_PARTS, Math.ceilDiv(openBills, BILLS_A_PART));
    String name = asOf + "/" + modelVersion + source.map(from -> "/" + from).orElse("");
    return new ScoringRun(name, Math.toIntExact(Long.highestOneBit(2 * wanted - 1)));
  }

  /** The name under which Kafka lets one producer at a time publish a part. */
  String transactionalId(int part) {
    return "feewise-scores-%s/%d-of-%d".formatted(name, part, parts);
  }

  List<String> transactionalIds() {
    return IntStream.range(0, parts).mapToObj(this::transactionalId).toList();
  }
}
