package pms.search.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A value that can be suggested, as it stands in the index: {@code kind TAB folded words TAB value}, once for each word that
 * it can be begun to be typed from. One field serves all kinds, and the dictionary of the index does the searching.
 *
 * @param key folded, from one of its words to its end
 * @param value as people wrote it
 */
public record Entry(Kind kind, String key, String value) {

  public enum Kind {
    TAG,
    PLACE,
    CAMERA,
    ALBUM;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String GAP = "\t";
  /** Of what is suggested, and of what is typed once it is folded: some single signs are whole words. */
  static final int LONGEST = 200;
  private static final int MOST_BEGINNINGS = 6;
  /** The same few places, cameras and tags stand in most pictures; to fold each again is a good part of indexing it. */
  private static final Map<Entry, List<String>> WRITTEN = new ConcurrentHashMap<>();

  private static final int MOST_REMEMBERED = 5_000;

  /** What is written to the index so that the value is found from each of its words; nothing for no value. */
  public static List<String> written(Kind kind, String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST || value.contains(GAP)) {
      return List.of();
    }
    if (WRITTEN.size() > MOST_REMEMBERED) {
      WRITTEN.clear();
    }
    return WRITTEN.computeIfAbsent(new Entry(kind, "", value), Entry::beginnings);
  }

  private static List<String> beginnings(Entry of) {
    List<String> entries = new ArrayList<>();
    String value = of.value();
    String key = Folding.of(value);
    for (int start : beginnings(key)) {
      entries.add(new Entry(of.kind(), key.substring(start), value).written());
    }
    return List.copyOf(entries);
  }

  /** With what everything begins that is written for a kind and a text as far as it is typed. */
  static String prefix(Kind kind, String typed) {
    return kind.label() + GAP + Folding.of(typed);
  }

  static Entry read(String written) {
    String[] parts = written.split(GAP, 3);
    return new Entry(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
  }

  /** The value alone, by whichever of its words it was found. */
  Entry named() {
    return new Entry(kind, "", value);
  }

  private String written() {
    return kind.label() + GAP + key + GAP + value;
  }

  private static List<Integer> beginnings(String key) {
    List<Integer> starts = new ArrayList<>();
    boolean inWord = false;
    for (int at = 0; at < key.length() && starts.size() < MOST_BEGINNINGS; at += Character.charCount(key.codePointAt(at))) {
      boolean letter = Character.isLetterOrDigit(key.codePointAt(at));
      if (at == 0 || letter && !inWord) {
        starts.add(at);
      }
      inWord = letter;
    }
    return starts;
  }
}
