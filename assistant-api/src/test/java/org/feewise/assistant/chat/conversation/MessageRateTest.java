package org.feewise.assistant.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.feewise.assistant.identity.SettableClock;
import org.junit.jupiter.api.Test;

class MessageRateTest {
  private final SettableClock clock = new SettableClock();
  private final MessageRate rate = new MessageRate(clock, 2);

  @Test
  void oneTooManyWaitsUntilTheFirstIsAMinuteOld() {
    assertThat(rate.count("a")).isEmpty();
    clock.forward(Duration.ofSeconds(20));
    assertThat(rate.count("a")).isEmpty();
    clock.forward(Duration.ofSeconds(30));
    assertThat(rate.count("a")).contains(Duration.ofSeconds(10));
    assertThat(rate.count("b")).isEmpty();
    clock.forward(Duration.ofSeconds(10));
    assertThat(rate.count("a")).isEmpty();
  }

  @Test
  void whatWasRefusedDoesNotCount() {
    rate.count("a");
    rate.count("a");
    for (int refused = 0; refused < 50; refused++) {
      assertThat(rate.count("a")).isPresent();
    }
    clock.forward(Duration.ofMinutes(1));
    assertThat(rate.count("a")).isEmpty();
  }
}
