package pms.metadata.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Free words on an image: composed, trimmed, bounded, none twice whatever its case; the first spelling wins. */
public final class Tags {

  /** Tags of one image, beside the automatic ones. */
  public static final int MOST = 100;

  /** Characters of a tag. */
  public static final int LONGEST = 100;

  public static List<String> of(List<String> words) {
    return of(words, MOST);
  }

  public static List<String> of(List<String> words, int most) {
    Set<String> seen = new HashSet<>();
    return words.stream()
        .flatMap(word -> PlainText.clean(word, LONGEST).stream())
        .map(word -> word.replaceAll("\\s+", " "))
        .filter(word -> seen.add(word.toLowerCase(Locale.ROOT)))
        .limit(most)
        .toList();
  }

  private Tags() {}
}
