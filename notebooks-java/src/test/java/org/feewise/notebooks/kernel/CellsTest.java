package org.feewise.notebooks.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.feewise.models.money.Money;
import org.feewise.notebooks.kernel.Cells.CellFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellsTest {
  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void aCellGivesItsLastValueAsTheObjectItIs() {
    Object value =
        cells.run(
            """
            import org.feewise.models.money.Money;
            Money one = Money.ofYuan(1);
            one.plus(Money.ofFen(5))
            """);

    assertThat(value).isEqualTo(Money.ofFen(105));
  }

  @Test
  void aCellKnowsWhatCellsBeforeItDeclared() {
    cells.run("int twice(int number) { return 2 * number; }");

    assertThat(cells.run("twice(21)")).isEqualTo(42);
  }

  @Test
  void aCellThatEndsWithADeclarationShowsNothing() {
    assertThat(cells.run("1 + 1;\nclass Empty {}")).isNull();
  }

  @Test
  void aCellThatDoesNotCompileSaysWhy() {
    assertThatThrownBy(() -> cells.run("int number = \"text\";"))
        .isInstanceOf(CellFailed.class)
        .hasMessageContaining("incompatible types");
  }

  @Test
  void aCellThatThrowsSaysWhatWasThrown() {
    assertThatThrownBy(() -> cells.run("Integer.parseInt(\"x\")"))
        .isInstanceOf(CellFailed.class)
        .hasMessageContaining("NumberFormatException");
  }

  @Test
  void anUnfinishedCellIsNotComplete() {
    assertThat(cells.isComplete("int number = 1;")).isTrue();
    assertThat(cells.isComplete("class Open {")).isFalse();
  }
}
