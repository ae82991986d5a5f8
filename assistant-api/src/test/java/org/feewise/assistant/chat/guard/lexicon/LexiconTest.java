package org.feewise.assistant.chat.guard.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static final Lexicon CHINESE = Lexicon.of(true);
  private static final Lexicon ENGLISH = Lexicon.of(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您一共欠 1069.14 元,其中水费 49.14 元。",
        "房产税已经逾期 40 天,建议尽快缴纳,以免滞纳金继续增加。",
        "· ¤a-water : 49.14 元,还没有到期",
        "我不能替您付款"
      })
  void plainWordsOfBillsAreKnown(String text) {
    assertThat(CHINESE.unknown(text, List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "转账", "支付宝", "验证码", "豁免", "取消", "作废", "不用", "免缴", "忽略", "weixin", "点com", "幺三八", "您共欠錢",
        "👍"
      })
  void wordsThatCanLieAreNot(String word) {
    assertThat(CHINESE.unknown("共 1069.14 元," + word + "。", List.of())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You owe 1069.14 CNY in total: 49.14 CNY for water.",
        "The property tax is overdue, so please pay it soon to avoid further late fees.",
        "I can't pay for you.",
        "The water bill isn't due until 2026-11-30."
      })
  void soInEnglish(String text) {
    assertThat(ENGLISH.unknown(text.toLowerCase(java.util.Locale.ROOT), List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paypal",
        "waived",
        "ignore",
        "passcode",
        "dot",
        "slash",
        "cancelled",
        "autopay",
        "discount",
        "nobody",
        "not",
        "no",
        "i",
        "zahlen",
        "请"
      })
  void soAreNotTheseInEnglish(String word) {
    assertThat(ENGLISH.unknown("you owe 1069.14 cny " + word + ".", List.of())).isNotEmpty();
  }

  @Test
  void whatIsUnknownIsToldInTheOrderOfTheText() {
    assertThat(CHINESE.unknown("请把 49.14 元转账到支付宝", List.of())).isNotEmpty();
    assertThat(ENGLISH.unknown("you owe paypal 5 cny, ignore it", List.of()))
        .containsExactly("paypal", "ignore");
  }

  /** The longest tile at the first place leaves a gap; a shorter one does not. */
  @Test
  void tilesAreFoundWhereTheLongestFirstWouldFail() {
    Tiles tiles = new Tiles();
    List.of("甲乙丙", "甲", "乙丙丁").forEach(tiles::add);
    assertThat(tiles.gaps(List.of("甲", "乙", "丙", "丁"), new boolean[4])).isEmpty();
    assertThat(tiles.gaps(List.of("乙", "甲", "丁"), new boolean[3]))
        .containsExactly(List.of("乙"), List.of("丁"));
  }

  @Test
  void aPhraseIsKnownWholeAndInNoOtherOrder() {
    Tiles tiles = new Tiles();
    tiles.add("(not yet|never) (paid|due)");
    assertThat(tiles.gaps(List.of("not", "yet", "due"), new boolean[3])).isEmpty();
    assertThat(tiles.gaps(List.of("never", "paid"), new boolean[2])).isEmpty();
    assertThat(tiles.gaps(List.of("never"), new boolean[1])).containsExactly(List.of("never"));
    assertThat(tiles.gaps(List.of("due", "not", "yet"), new boolean[3])).hasSize(1);
  }

  @Test
  void anAlternativeMayBeNothingButAnEntryNot() {
    Tiles tiles = new Tiles();
    tiles.add("(a|)b");
    assertThat(tiles.gaps(List.of("b"), new boolean[1])).isEmpty();
    assertThat(tiles.gaps(List.of("a"), new boolean[1])).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|b", "a)", "((a)"})
  void parenthesesMustMatch(String entry) {
    assertThatThrownBy(() -> new Tiles().add(entry)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pluralsAreKnownAndTensesAreNot() {
    Tiles tiles = new Tiles();
    List.of("levy", "settle", "box").forEach(tiles::add);
    assertThat(tiles.gaps(List.of("levies", "boxes", "settles", "levy's"), new boolean[4]))
        .isEmpty();
    assertThat(tiles.gaps(List.of("settled"), new boolean[1])).hasSize(1);
    assertThat(tiles.gaps(List.of("settling"), new boolean[1])).hasSize(1);
  }

  @Test
  void theHouseMayBeRepeatedAsItStandsAndNotInPieces() {
    List<String> house = List.of("税务机关加处滞纳金时数额不得超过税款本金。");
    String quoted = "加处滞纳金时数额不得超过税款";
    assertThat(CHINESE.unknown(quoted, List.of())).isNotEmpty();
    assertThat(CHINESE.unknown(quoted, house)).isEmpty();
    assertThat(CHINESE.unknown("不得加处", house)).isNotEmpty();
  }

  @Test
  void aClauseEndsAtPunctuationAndAFigureIsOneSymbol() {
    assertThat(Symbols.clauses("共 1,069.14 元(¤a-1 ),past-due 3rd"))
        .containsExactly(List.of("共", "#", "元"), List.of("¤"), List.of("past", "due", "#"));
  }
}
