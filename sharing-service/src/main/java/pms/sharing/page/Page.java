package pms.sharing.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one; null on the last
 */
public record Page<T>(List<T> items, String next) {

  /**
   * @param rows what was found, one more than the limit if there is more
   * @param cursor of the last row on the page
   */
  public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Cursor> cursor) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? cursor.apply(shown.getLast()).text() : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
