package org.feewise.assistant.chat.reply;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a reply into the pieces it is streamed in. */
final class Tokens {
  private static final Pattern PIECE = Pattern.compile("[^\\s,。,;;!?]{0,12}[\\s,。,;;!?]*");

  private Tokens() {}

  static List<String> of(String reply) {
    return PIECE
        .matcher(reply)
        .results()
        .map(MatchResult::group)
        .filter(piece -> !piece.isEmpty())
        .toList();
  }
}
