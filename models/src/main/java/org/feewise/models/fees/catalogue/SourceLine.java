package org.feewise.models.fees.catalogue;

/** A line of a catalogue file, counted from 1. */
public record SourceLine(String file, int line) {
  @Override
  public String toString() {
    return file + ", line " + line;
  }
}
