package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExactWordsTest {
  private static final Paragraph FINES =
      new Paragraph(
          "fines",
          "fines",
          "罚款",
          "每日按罚款数额的3%加处罚款。",
          List.of(
              new Paragraph.Cited("《行政处罚法》第72条", List.of("行政处罚法", "penalty law"), List.of("72"))),
          Optional.empty(),
          Set.of(),
          List.of("罚款逾期怎么加"));

  @Test
  void anArticleIsReadInDigitsAndInCharacters() {
    assertThat(ExactWords.of("行政处罚法第七十二条").articles()).containsExactly("72");
    assertThat(ExactWords.of("民法典第六百五十四条").articles()).containsExactly("654");
    assertThat(ExactWords.of("行政强制法第十条").articles()).containsExactly("10");
    assertThat(ExactWords.of("what does article 66 say").articles()).containsExactly("66");
  }

  @Test
  void lawAndArticleTogetherSayMoreThanEitherAlone() {
    double both = ExactWords.of("行政处罚法第72条说什么").cited(FINES);
    double article = ExactWords.of("第72条说什么").cited(FINES);
    double law = ExactWords.of("行政处罚法说什么").cited(FINES);
    double neither = ExactWords.of("民法典第585条说什么").cited(FINES);
    assertThat(both).isEqualTo(1);
    assertThat(article).isStrictlyBetween(0.0, both);
    assertThat(law).isStrictlyBetween(0.0, both);
    assertThat(neither).isZero();
  }

  @Test
  void figuresCountByHowManyStandInTheText() {
    assertThat(ExactWords.of("每天3%对吗").figured(ExactWords.figures(FINES.text()))).isEqualTo(1);
    assertThat(ExactWords.of("是3%还是5%").figured(ExactWords.figures(FINES.text()))).isEqualTo(0.5);
    assertThat(ExactWords.of("每天多少").figured(ExactWords.figures(FINES.text()))).isZero();
  }
}
