package org.feewise.assistant.paper;

import java.util.List;
import org.feewise.assistant.bills.CitedLaw;
import org.feewise.assistant.paper.notice.ReadField;

/**
 * What was read on a paper bill and what it is to the citizen. Nothing of it is kept.
 *
 * @param match the citizen's bill it is about, or null when it is none of theirs
 * @param differences what the paper and the file say differently
 * @param explanation in plain sentences, one after the other
 * @param warning what to be careful of before paying, or null
 * @param citations the laws that the explanation rests on
 * @param actions what the citizen can go on with
 */
public record PaperReply(
    List<ReadField> read,
    Match match,
    List<Difference> differences,
    List<String> sentences,
    String explanation,
    String warning,
    List<CitedLaw> citations,
    List<Action> actions) {

  /** A page to go on with; of kind {@code say}, the chat with a message filled in. */
  public record Action(String kind, String label, String href) {}
}
