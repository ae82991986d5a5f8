package org.feewise.assistant.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.chat.tools.ToolUse;
import org.junit.jupiter.api.Test;

class CardsTest {
  private static ToolUse use(String name, String result) throws JsonProcessingException {
    return new ToolUse(name, Map.of(), new ObjectMapper().readTree(result));
  }

  @Test
  void openBillsHaveCardsOnceAndPaidOnesNone() throws JsonProcessingException {
    String bills =
        """
        {"bills": [
          {"billNo": "W1", "title": "水费", "total": "49.14", "surcharge": "0.00",
           "dueOn": "2026-12-10", "daysLeft": 5, "status": "UNPAID"},
          {"billNo": "P1", "title": "房产税", "total": "1001.50", "surcharge": "1.50",
           "dueOn": "2026-11-01", "daysLeft": -3, "status": "OVERDUE"},
          {"billNo": "G1", "title": "燃气费", "total": "20.00", "dueOn": "2026-11-01",
           "settledOn": "2026-10-20", "status": "PAID"}]}""";
    Cards cards = Cards.of(List.of(use("bills", bills), use("deadlines", bills)));

    assertThat(cards.bills())
        .containsExactly(
            new Cards.Bill("W1", "水费", "49.14", "0.00", "2026-12-10", false),
            new Cards.Bill("P1", "房产税", "1001.50", "1.50", "2026-11-01", true));
    assertThat(cards.bills()).extracting(Cards.Bill::grown).containsExactly(false, true);
    assertThat(cards.plan()).isNull();
  }

  @Test
  void aPlanIsShownByDayWithHowManyFollow() throws JsonProcessingException {
    StringBuilder payments = new StringBuilder();
    for (int month = 1; month <= 6; month++) {
      payments.append(
          "%s{\"title\": \"养老保险\", \"on\": \"2027-0%d-05\", \"amount\": \"100.00\"}"
              .formatted(month == 1 ? "" : ",", month));
    }
    payments.append(",{\"title\": \"水费\", \"on\": \"2027-01-05\", \"amount\": \"50.25\"}");
    String plan =
        "{\"extraCost\": \"3.20\", \"finishOn\": \"2027-06-05\", \"payments\": [" + payments + "]}";
    Cards.Plan card = Cards.of(List.of(use("plan", plan))).plan();

    assertThat(card.days()).hasSize(4);
    assertThat(card.days().getFirst()).isEqualTo(new Cards.Day("2027-01-05", 2, "150.25"));
    assertThat(card.more()).isEqualTo(2);
    assertThat(card.extraCost()).isEqualTo("3.20");
  }

  @Test
  void nothingFoundHasNoCards() throws JsonProcessingException {
    assertThat(Cards.of(List.of(use("plan", "{\"payments\": []}")))).isEqualTo(Cards.NONE);
    assertThat(Cards.of(List.of())).isEqualTo(Cards.NONE);
  }
}
