package org.feewise.assistant.plans.view;

import java.util.List;
import org.feewise.models.fees.FeeType;

/**
 * What to do where no plan fits.
 *
 * @param billNos the bills it is about
 * @param title what it is, in a few words
 * @param effect what it brings
 * @param condition when it is granted, or null where nothing is said
 * @param decidedBy who grants it, or whom to talk to
 * @param how what to do for it
 * @param form the paper to hand in, or null where none is named
 * @param law where it is written, or null
 * @param href a page of this service that goes on from here, or null
 */
public record Help(
    Kind kind,
    FeeType feeType,
    List<String> billNos,
    String title,
    String effect,
    String condition,
    String decidedBy,
    String how,
    String form,
    String law,
    String href) {
  public Help {
    billNos = List.copyOf(billNos);
  }

  /** The kinds of help, in the order in which they are told. */
  public enum Kind {
    RELIEF,
    DEFERRAL,
    INSTALMENTS,
    PERSON
  }
}
