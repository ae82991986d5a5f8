package org.feewise.assistant.paper;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.feewise.assistant.bills.BillView;

/**
 * The citizen's bill that a paper is about.
 *
 * @param how by what the two were found to be the same
 */
public record Match(How how, @JsonUnwrapped BillView bill) {
  /** By what a paper was matched. */
  public enum How {
    /** The numbers are the same. */
    NUMBER,
    /** The numbers differ in a character or two, and something else agrees. */
    NUMBER_NEARLY,
    /** Fee, amount and a day or period agree. */
    FEE_AND_AMOUNT
  }
}
