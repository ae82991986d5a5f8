package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.feewise.assistant.chat.understanding.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordIndexTest {
  @ParameterizedTest
  @CsvSource({"CHINESE, 12388, hotlines", "ENGLISH, kilowatt meter 12398, electricity-meter"})
  void theParagraphWithTheRareWordHasMost(Language language, String question, String id) {
    PolicyDocuments documents = PolicyDocuments.of(language);
    double[] shares = new WordIndex(documents).shares(question);
    int best = 0;
    for (int i = 0; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    assertThat(documents.paragraphs().get(best).id()).isEqualTo(id);
    assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    assertThat(shares[best]).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"CHINESE, 乒乓球", "ENGLISH, zeppelin"})
  void wordsOfNoParagraphCountForNothing(Language language, String question) {
    assertThat(new WordIndex(PolicyDocuments.of(language)).shares(question)).containsOnly(0.0);
  }
}
