package org.feewise.assistant.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private static final String NAME = RepliesTest.class.getPackageName() + ".replies";
  private static final ResourceBundle CHINESE = ResourceBundle.getBundle(NAME, Locale.ROOT);
  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(NAME, Locale.ENGLISH);

  @Test
  void everySentenceExistsInBothLanguages() {
    assertThat(plural(CHINESE)).isEqualTo(plural(ENGLISH));
  }

  /** English has singular forms of its own. */
  private static Set<String> plural(ResourceBundle bundle) {
    return bundle.keySet().stream()
        .filter(key -> !key.endsWith(".one"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void chineseSentencesHaveNoEnglishWordsAndFullWidthPunctuation() {
    for (String key : plural(CHINESE)) {
      if (!key.equals("system")) {
        String sentence = CHINESE.getString(key).replaceAll("（[a-z.-]+）", "");
        assertThat(sentence).as(key).doesNotContainPattern("[A-Za-z]{2}|[,;:?!()](?! )");
      }
    }
  }

  @Test
  void englishSentencesHaveNoChinese() {
    for (String key : plural(ENGLISH)) {
      assertThat(ENGLISH.getString(key)).as(key).doesNotContainPattern("\\p{IsHan}");
    }
  }
}
