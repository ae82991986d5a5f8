package org.feewise.models.fees.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.Test;

class LawBookTest {
  private static final FeeCatalogue CATALOGUE = FeeCatalogue.builtIn();
  private final LawBook book = new LawBook(CATALOGUE);

  @Test
  void everyArticleIsFoundAgainAloneAndWithOthersInEveryLanguage() {
    List<LawArticle> all = new ArrayList<>(CATALOGUE.laws());
    assertThat(all).hasSizeGreaterThan(20);
    for (Locale locale : Words.languages()) {
      assertThat(all).allSatisfy(law -> assertThat(book.cited(law.cite(locale))).contains(law));
      for (int first = 0; first + 2 < all.size(); first++) {
        List<LawArticle> three = all.subList(first, first + 3);
        assertThat(book.cited(LawArticle.cite(three, locale))).isEqualTo(three);
      }
    }
  }

  @Test
  void aLawKnownOnThePageHasItsAddress() {
    assertThat(book.cited("《中华人民共和国行政处罚法》第72条"))
        .singleElement()
        .satisfies(law -> assertThat(law.url().orElseThrow()).startsWith("https://www.gov.cn/"));
  }

  @Test
  void whatIsNotInTheCatalogueIsNotGuessed() {
    assertThat(book.cited("《中华人民共和国行政处罚法》第72条、《没有的法》第1条")).isEmpty();
    assertThat(book.cited("")).isEmpty();
  }
}
