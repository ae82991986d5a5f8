package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillMappingTest {
  @Test
  void aMappingNamesTheColumnsOfTheTable() {
    BillMapping mapping =
        BillMapping.parse(
            """
            bill: no
            payer: client
            issuedOn: {column: sent, format: M/d/yyyy}
            dueOn: deadline
            amount: sum
            label: {late: "days > 0"}
            attributes: [country, paper]
            forbidden: [days]
            colour: blue
            """);
    assertThat(mapping.bill()).contains("no");
    assertThat(mapping.issuedOn()).contains(DateColumn.of("sent", "M/d/yyyy"));
    assertThat(mapping.dueOn()).contains(DateColumn.iso("deadline"));
    assertThat(mapping.settledOn()).isEmpty();
    assertThat(mapping.lateExpression()).contains("days > 0");
    assertThat(mapping.attributes()).containsExactly("country", "paper");
    assertThat(mapping.unknownKeys()).containsExactly("colour");
    assertThat(mapping.missingFrom(List.of("no", "client", "sent", "deadline", "paper")))
        .containsExactly("sum", "country");
  }

  @Test
  void theLabelMayBeTheExpressionAlone() {
    assertThat(BillMapping.parse("label: status = 'bad'").lateExpression())
        .contains("status = 'bad'");
  }

  @Test
  void aLabelOfAnotherNameIsRefusedByIt() {
    assertThatThrownBy(() -> BillMapping.parse("label: {good: 'rating > 7'}"))
        .hasMessageContaining("late")
        .hasMessageContaining("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a\n- b", "issuedOn: {column: a, format: QQQQQQ}", "payer: [a, b]"})
  void whatIsNotAMappingIsRefused(String yaml) {
    assertThatThrownBy(() -> BillMapping.parse(yaml)).hasMessageContaining("mapping");
  }

  @ParameterizedTest
  @CsvSource({
    "M/d/yyyy, 1/2/2013, 2013-01-02",
    "M/d/yyyy, 11/22/2013, 2013-11-22",
    "dd.MM.yyyy, 05.03.2024, 2024-03-05",
    "yyyy-MM-dd HH:mm:ss, 2024-03-05 10:11:12, 2024-03-05",
    "d-MMM-yy, 7-Jan-24, 2024-01-07",
    "yyyyMM, 202403, 2024-03-01",
    ", 2024-03-05, 2024-03-05",
    ", 2024-03-05T10:00:00Z, 2024-03-05",
    ", 20240305, 2024-03-05",
  })
  void daysAreReadInTheirFormat(String format, String cell, LocalDate day) {
    DateColumn column = format == null ? DateColumn.iso("c") : DateColumn.of("c", format);
    assertThat(column.parse(cell)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "nan", "NULL", "NaT"})
  void aBlankCellIsNoDay(String cell) {
    assertThat(DateColumn.of("c", "M/d/yyyy").parse(cell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13/40/2013", "yesterday", "2/30/2013", "2/3/2013x"})
  void anythingElseIsRefusedWithTheCell(String cell) {
    assertThatThrownBy(() -> DateColumn.of("c", "M/d/yyyy").parse(cell)).hasMessageContaining(cell);
  }
}
