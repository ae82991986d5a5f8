package org.feewise.assistant.chat.guard;

import java.util.Locale;

/** Why a reply was held back. */
public enum Reason {
  /** A number, amount, date or rate that stands in no source. */
  FIGURE,
  /** A figure of another bill, or of another kind than said. */
  SUBJECT,
  /** Something said to be done, or promised, that nobody did. */
  DONE,
  /** A debt or a surcharge that the tools found and the reply denies. */
  DENIED,
  /** The figure asked for is not there. */
  OMITTED,
  /** Paid, open or overdue, and the tools say otherwise. */
  STATUS,
  /** A way of paying, a link, a number or a payee that stands in no source. */
  PAYEE,
  /** A question for a code, a password or another secret. */
  SECRET,
  /** Words of the instructions or of the machinery. */
  LEAK,
  /** Another language than the citizen's. */
  LANGUAGE,
  /** Markup of a page, or an image. */
  MARKUP,
  /** An insult, politics or anything that was not asked. */
  TOPIC,
  /** Words that the house does not know to be harmless. */
  UNKNOWN,
  /** More than anybody reads. */
  LENGTH;

  /** As metrics and logs name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
