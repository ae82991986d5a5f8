package org.feewise.assistant.bills.imports;

/** Hears how far an import has come. */
public interface ImportProgress {

  /** What the database does with the rows once all are read, in this order. */
  enum Step {
    CHECKING,
    PAYERS,
    BILLS,
    PAYMENTS
  }

  /** Another few rows were read. */
  void read(long rows);

  /** All rows were read and a step of writing them begins. */
  void writing(Step step, long rows);
}
