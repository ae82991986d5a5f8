package org.feewise.assistant.bills.imports;

/** Hears how far an import has come. */
public interface ImportProgress {

  /** Another few rows were read. */
  void read(long rows);

  /** All rows were read and are being written. */
  void writing(long rows);
}
