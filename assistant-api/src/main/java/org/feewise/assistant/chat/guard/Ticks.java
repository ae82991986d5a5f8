package org.feewise.assistant.chat.guard;

/** Says in words what the ticks and crosses of a list say of a bill. */
final class Ticks {
  private Ticks() {}

  /** A tick is as good as "paid", a cross as "unpaid". */
  static String worded(String text) {
    return text.replaceAll("(?<=[。.!！])\\s*[✅✔☑]\\x{FE0F}?(?=\\s*(?:\\n|$))", "")
        .replaceAll("[✅✔☑]\\x{FE0F}?", " paid in full ")
        .replaceAll("[❌✖✗✘]\\x{FE0F}?", " unpaid ");
  }
}
