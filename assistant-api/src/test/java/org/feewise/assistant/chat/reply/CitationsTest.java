package org.feewise.assistant.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.chat.tools.ToolUse;
import org.junit.jupiter.api.Test;

class CitationsTest {
  @Test
  void lawsOfPassagesAndRulesAreCitedOnce() {
    ToolUse policy =
        used(
            "{\"passages\":[{\"title\":\"缓缴\",\"article\":\"第31条\",\"url\":\"https://law\"},"
                + "{\"title\":\"减免\",\"article\":\"第33条\"}]}");
    ToolUse surcharge = used("{\"rules\":[{\"fee\":\"水费\",\"law\":\"城市供水条例\"}]}");
    assertThat(Citations.of(List.of(policy, surcharge, surcharge)))
        .containsExactly(
            new Answer.Citation("缓缴", "第31条", "https://law"),
            new Answer.Citation("减免", "第33条", null),
            new Answer.Citation("水费", "城市供水条例", null));
  }

  @Test
  void billsCiteNothing() {
    assertThat(Citations.of(List.of(used("{\"bills\":[{\"total\":\"1.00\"}]}")))).isEmpty();
  }

  private static ToolUse used(String result) {
    try {
      return new ToolUse("tool", Map.of(), new ObjectMapper().readTree(result));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
