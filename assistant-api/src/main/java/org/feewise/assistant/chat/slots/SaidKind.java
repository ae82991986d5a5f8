package org.feewise.assistant.chat.slots;

/** The kinds of detail a message can name. */
public enum SaidKind {
  FEE,
  DATE,
  AMOUNT,
  INSTALMENTS,
  DAYS_BEFORE,
  METHOD_OR_CHANNEL,
  NUMBER
}
