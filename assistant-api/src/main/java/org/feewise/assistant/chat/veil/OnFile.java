package org.feewise.assistant.chat.veil;

import java.util.List;

/**
 * What stands on file of a citizen that a language model may not see.
 *
 * @param personal names, numbers and addresses
 * @param billNos numbers of the citizen's own bills
 */
public record OnFile(List<String> personal, List<String> billNos) {
  /** Nobody's. */
  public static final OnFile NOTHING = new OnFile(List.of(), List.of());
}
