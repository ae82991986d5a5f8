package org.feewise.assistant.chat.guard.lexicon;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feewise.assistant.chat.offline.OfflineModel;
import org.feewise.models.words.Words;

/**
 * What the house says of any citizen's bills; a figure stands for what its places take. What is
 * true only of some, such as that nothing is owed, is left out, and so is a word by itself.
 */
final class HouseSentences {
  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
  private static final String FIGURE_BETWEEN = " " + Symbols.FIGURE + " ";
  private static final Pattern OF_ANYBODY =
      Pattern.compile("(?:bills|deadline|payments|surcharge|scope|which|smalltalk|handoff)\\..*");
  private static final Pattern OF_SOME =
      Pattern.compile(
          ".*\\.(?:none|then|zero|one|inTime|notAll|allLate|rest|ontime|cancel|other|rule)(?:\\..*)?|.*\\.head\\..*|smalltalk\\.(?:cancel|bye)|payments\\.none.*");

  private HouseSentences() {}

  static Stream<String> in(String language) {
    Words words = Words.of(OfflineModel.class, "replies", Locale.forLanguageTag(language));
    return words.keys().stream()
        .filter(key -> OF_ANYBODY.matcher(key).matches() && !OF_SOME.matcher(key).matches())
        .map(words::say)
        .map(sentence -> PLACE.matcher(sentence).replaceAll(FIGURE_BETWEEN))
        .flatMap(sentence -> Symbols.clauses(sentence.toLowerCase(Locale.ROOT)).stream())
        .filter(clause -> clause.size() > 1)
        .map(clause -> String.join(" ", clause));
  }
}
