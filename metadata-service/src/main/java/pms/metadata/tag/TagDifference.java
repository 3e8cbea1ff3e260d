package pms.metadata.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * From the rows there are to the tags images hold now.
 *
 * @param dropped rows to delete
 * @param held rows to write, new or counted otherwise than before
 * @param counts what is to be added to the counters, by key
 */
record TagDifference(List<TagRows.Held> dropped, List<TagRows.Held> held, SortedMap<String, Count> counts) {

  /** May be negative. */
  record Count(long images, long holders) {

    Count plus(Count other) {
      return new Count(images + other.images, holders + other.holders);
    }
  }

  static TagDifference between(List<TagRows.Held> before, Collection<TagsOfImage> now) {
    TagDifference difference = new TagDifference(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    Map<UUID, Map<String, Boolean>> rows = new HashMap<>();
    before.forEach(row -> rows.computeIfAbsent(row.image(), id -> new HashMap<>()).put(row.key(), row.counted()));
    now.forEach(image -> difference.add(rows.getOrDefault(image.image(), Map.of()), image));
    return difference;
  }

  boolean isNone() {
    return dropped.isEmpty() && held.isEmpty();
  }

  private void add(Map<String, Boolean> before, TagsOfImage image) {
    before.forEach((key, counted) -> {
      if (!image.names().containsKey(key)) {
        dropped.add(new TagRows.Held(image.image(), key, counted));
        count(key, counted ? -1 : 0, -1);
      }
    });
    image.names().keySet().forEach(key -> {
      Boolean counted = before.get(key);
      if (counted == null || counted != image.counted()) {
        held.add(new TagRows.Held(image.image(), key, image.counted()));
        count(key, (image.counted() ? 1 : 0) - (Boolean.TRUE.equals(counted) ? 1 : 0), counted == null ? 1 : 0);
      }
    });
  }

  private void count(String key, long images, long holders) {
    counts.merge(key, new Count(images, holders), Count::plus);
  }
}
