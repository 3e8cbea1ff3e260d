package pms.metadata.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next cursor to go on with; null at the end
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  /** @param rows one more than the page takes, if there are so many */
  public static <R, T> Page<T> of(List<R> rows, Limit limit, Function<R, T> view, Function<R, String> cursor) {
    List<R> page = rows.subList(0, Math.min(limit.count(), rows.size()));
    String next = rows.size() == page.size() ? null : cursor.apply(page.getLast());
    return new Page<>(page.stream().map(view).toList(), next);
  }
}
