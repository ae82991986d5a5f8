package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanwordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign a paper that I give up shebao | sign a paper that I give up social insurance
          We are on Dibao, and my Yibao?     | We are on minimum living allowance, and my medical insurance?
          yanglaojin at 60                   | pension at 60
          the fapiaos of shebaocheng         | the fapiaos of shebaocheng
          """)
  void chineseWordsInsideEnglishAreSaidInEnglish(String text, String expected) {
    assertThat(Loanwords.inEnglish(text)).isEqualTo(expected);
  }
}
