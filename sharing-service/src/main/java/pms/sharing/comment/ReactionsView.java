package pms.sharing.comment;

import jakarta.persistence.Tuple;
import java.util.List;

/** The signs that were given, the most frequent first. */
record ReactionsView(List<Count> items) {

  /** @param mine whether the caller is among them */
  record Count(String emoji, long count, boolean mine) {

    static Count of(Tuple row) {
      return new Count(
          row.get("emoji", String.class), row.get("count", Number.class).longValue(), row.get("mine", Boolean.class));
    }
  }
}
