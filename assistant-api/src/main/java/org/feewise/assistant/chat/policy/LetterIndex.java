package org.feewise.assistant.chat.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.feewise.assistant.chat.understanding.NormalText;

/** Finds the paragraphs whose questions share letters in a row with a question. */
final class LetterIndex {
  private final int paragraphs;

  /** The paragraph of each question, and how many different letters in a row it has. */
  private final int[] paragraph;

  private final int[] size;
  private final Map<String, int[]> questionsWith = new HashMap<>();

  LetterIndex(List<Paragraph> of) {
    paragraphs = of.size();
    int count = of.stream().mapToInt(one -> one.asked().size()).sum();
    paragraph = new int[count];
    size = new int[count];
    int question = 0;
    for (int p = 0; p < of.size(); p++) {
      for (String asked : of.get(p).asked()) {
        Set<String> letters = letters(asked);
        paragraph[question] = p;
        size[question] = letters.size();
        int number = question;
        letters.forEach(
            letter -> questionsWith.merge(letter, new int[] {number}, LetterIndex::and));
        question++;
      }
    }
  }

  /** The largest share of letters in a row that a question has in common with one of each. */
  double[] shares(String question) {
    Set<String> letters = letters(question);
    int[] common = new int[paragraph.length];
    for (String letter : letters) {
      for (int having : questionsWith.getOrDefault(letter, new int[0])) {
        common[having]++;
      }
    }
    double[] best = new double[paragraphs];
    for (int q = 0; q < common.length; q++) {
      double share = 2.0 * common[q] / Math.max(1, size[q] + letters.size());
      best[paragraph[q]] = Math.max(best[paragraph[q]], share);
    }
    return best;
  }

  /** Every two letters in a row of a Chinese text, every four of an English one. */
  private static Set<String> letters(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}]", " ");
    int length = NormalText.isChinese(text) ? 2 : 4;
    Set<String> letters = new HashSet<>();
    for (int i = 0; i + length <= plain.length(); i++) {
      letters.add(plain.substring(i, i + length));
    }
    return letters;
  }

  private static int[] and(int[] some, int[] more) {
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }
}
