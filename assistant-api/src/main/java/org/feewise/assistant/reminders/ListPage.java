package org.feewise.assistant.reminders;

import java.util.List;
import org.feewise.assistant.problems.Problem;

/**
 * One page of a list that is counted in pages.
 *
 * @param next token of the following page, null on the last
 */
public record ListPage<T>(List<T> items, String next) {
  private static final int SIZE = 50;

  /** Index of a page's first row. */
  public static int first(int page) {
    return page * SIZE;
  }

  /** Index of the row after a page: fetched too, it says that there is another page. */
  public static int last(int page) {
    return first(page) + SIZE;
  }

  /** The page of these rows, of which one more than fits was fetched. */
  public static <T> ListPage<T> of(List<T> found, int page) {
    return found.size() > SIZE
        ? new ListPage<>(found.subList(0, SIZE), Integer.toString(page + 1))
        : new ListPage<>(found, null);
  }

  /**
   * Number of the page a token asks for.
   *
   * @throws Problem 400 when it is no such token
   */
  public static int page(String next) {
    if (next == null || next.isEmpty()) {
      return 0;
    }
    if (!next.matches("[0-9]{1,6}")) {
      throw new Problem(ListPage.class, 400, "page-wrong", next).at("next");
    }
    return Integer.parseInt(next);
  }
}
