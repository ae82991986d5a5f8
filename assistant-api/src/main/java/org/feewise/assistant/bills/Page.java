package org.feewise.assistant.bills;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the following page begins, opaque to the caller; null on the last page
 */
public record Page<T>(List<T> items, String next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page made of at most {@code size} of the rows found; one row more says there is another.
   */
  static <T> Page<T> of(List<T> found, int size, Function<T, PagePosition<?>> position) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, size);
    return new Page<>(items, position.apply(items.getLast()).token());
  }

  <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
