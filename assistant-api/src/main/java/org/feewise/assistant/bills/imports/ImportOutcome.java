package org.feewise.assistant.bills.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of an import that could be read. */
public sealed interface ImportOutcome {

  /**
   * The file was written in one transaction.
   *
   * @param importId key of the run in the tables of imports
   * @param rowsRead rows under the header
   * @param bills bills written
   * @param settled how many of them came with their payment
   * @param payers payers seen in the bills written
   * @param rejected rows that were not taken
   * @param firstRejects the first of them, in the order of the file
   * @param rejectsFile where all of them stand, absent when there are none or it could not be
   *     written
   */
  record Imported(
      String importId,
      long rowsRead,
      long bills,
      long settled,
      long payers,
      long rejected,
      List<Reject> firstRejects,
      Optional<Path> rejectsFile)
      implements ImportOutcome {
    public Imported {
      firstRejects = List.copyOf(firstRejects);
    }
  }

  /** The same file was imported by the same mapping before; nothing was written. */
  record AlreadyImported(String importId, Instant finishedAt, long bills, long rejected)
      implements ImportOutcome {}

  /**
   * A row that was not taken.
   *
   * @param line line on which it begins; the header is line 1
   * @param field column at fault, or null
   */
  record Reject(long line, String field, String reason) {}
}
