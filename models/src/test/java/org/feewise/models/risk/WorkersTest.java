package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void whatPartsGiveComesInTheirOrderWhicheverIsDoneFirst() {
    CountDownLatch last =
        new CountDownLatch(Runtime.getRuntime().availableProcessors() > 1 ? 1 : 0);
    try (Workers workers = new Workers()) {
      List<Integer> given =
          workers.each(
              20,
              part -> {
                if (part == 0) {
                  awaited(last);
                } else if (part == 1) {
                  last.countDown();
                }
                return part * part;
              });
      assertThat(given).isEqualTo(IntStream.range(0, 20).map(i -> i * i).boxed().toList());
    }
  }

  @Test
  void aPartThatFailsFailsTheWholeWithItsOwnReason() {
    try (Workers workers = new Workers()) {
      assertThatThrownBy(
              () ->
                  workers.each(
                      4,
                      part -> {
                        if (part == 2) {
                          throw new IllegalArgumentException("part 2 is empty");
                        }
                        return part;
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("part 2 is empty");
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
