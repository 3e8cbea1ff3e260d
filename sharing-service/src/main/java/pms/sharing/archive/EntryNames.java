package pms.sharing.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in an archive, whatever people wrote: each one segment, harmless on every system, and no two alike but for case. */
final class EntryNames {

  private static final int LONGEST = 200;
  private static final int LONGEST_ENDING = 10;
  private static final String FORBIDDEN = "/\\:*?\"<>|";
  private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();

  /** @param folder ends with a slash, or is empty; it is part of what is returned */
  String take(String folder, String wanted, String fallback) {
    String name = safe(wanted, fallback);
    String unique = folder + name;
    while (!taken.add(alike(unique))) {
      int number = next.merge(alike(folder + name), 2, (before, first) -> before + 1);
      int ending = ending(name);
      unique = folder + name.substring(0, ending) + " (" + number + ")" + name.substring(ending);
    }
    return unique;
  }

  static String safe(String wanted, String fallback) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(wanted == null ? "" : wanted, Normalizer.Form.NFC)
        .codePoints()
        .filter(EntryNames::isVisible)
        .forEach(character -> plain.appendCodePoint(FORBIDDEN.indexOf(character) < 0 ? character : '_'));
    String name = plain.toString().strip().replaceFirst("^\\.+", "_").replaceFirst("[. ]+$", "");
    name = DEVICE.matcher(name).matches() ? "_" + name : name;
    return name.isEmpty() ? fallback : shortened(name);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /** In bytes, as file systems count, and keeping the ending. */
  private static String shortened(String name) {
    int ending = ending(name);
    String stem = name.substring(0, ending);
    int room = LONGEST - bytes(name.substring(ending));
    while (bytes(stem) > room) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + name.substring(ending);
  }

  /** Where the ending begins, its dot included; at the end when there is none. */
  private static int ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= LONGEST_ENDING ? dot : name.length();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String alike(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
