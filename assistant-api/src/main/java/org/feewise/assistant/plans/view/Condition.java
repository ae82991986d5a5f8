package org.feewise.assistant.plans.view;

/**
 * What the law makes of paying a bill as planned.
 *
 * @param says it in the citizen's language
 * @param law where it is written, or null where no law is cited
 * @param decidedBy who must agree, or null
 * @param how to get that agreement, or null
 * @param form the paper to hand in, or null
 */
public record Condition(
    Kind kind, String says, String law, String decidedBy, String how, String form) {

  /** The kinds of condition. */
  public enum Kind {
    /** Until the authority agrees, paying in parts is a proposal. */
    INSTALMENTS_NEED_APPROVAL,
    /** This fee is paid at once. */
    NOT_IN_PARTS,
    /** It is paid after its deadline; nothing is added, yet being late may cost something else. */
    LATE_WITHOUT_SURCHARGE
  }
}
