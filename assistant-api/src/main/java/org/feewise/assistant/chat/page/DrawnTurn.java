package org.feewise.assistant.chat.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.conversation.Conversation;
import org.feewise.assistant.chat.reply.Answer;

/**
 * A turn as the page shows it.
 *
 * @param sources what its citations open
 */
public record DrawnTurn(Conversation.Turn turn, List<Source> sources) {

  /** Ways on from the reply, but for messages about a bill whose card has its own. */
  public List<Answer.Action> actions() {
    return turn.answer().actions().stream().filter(action -> !hasCard(action)).toList();
  }

  private boolean hasCard(Answer.Action action) {
    String href = URLDecoder.decode(action.href(), StandardCharsets.UTF_8);
    return action.kind().equals("say")
        && turn.cards().bills().stream().anyMatch(bill -> names(href, bill.billNo()));
  }

  private static boolean names(String text, String billNo) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(billNo) + "(?![\\w-])")
        .matcher(text)
        .find();
  }
}
