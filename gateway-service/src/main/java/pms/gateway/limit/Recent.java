package pms.gateway.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A bounded memory: the entry longest unused makes room for a new one. */
final class Recent<V> {

  private final Map<String, V> entries;

  Recent(int most) {
    this.entries = new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }

  synchronized V get(String key, Function<String, V> first) {
    return entries.computeIfAbsent(key, first);
  }
}
