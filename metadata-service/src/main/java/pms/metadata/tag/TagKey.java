package pms.metadata.tag;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What makes two spellings one word: case and accents do not count. Accents are folded on Latin and Greek letters only,
 * since in other scripts a mark makes another letter (か and が) or a syllable.
 */
public final class TagKey {

  private static final Pattern ACCENTS = Pattern.compile("([\\p{IsLatin}\\p{IsGreek}])\\p{Mn}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Latin letters that Unicode does not take apart. */
  private static final Map<Integer, String> LETTERS =
      Map.of(
          (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th",
          (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ħ', "h", (int) 'ŧ', "t", (int) 'ı', "i");

  public static String of(String name) {
    String folded = withoutAccents(withoutAccents(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    StringBuilder key = new StringBuilder();
    folded.codePoints().forEach(letter -> key.append(LETTERS.getOrDefault(letter, Character.toString(letter))));
    return SPACE.matcher(Normalizer.normalize(key, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** Each word once, in its first spelling. */
  public static SequencedMap<String, String> byKey(Collection<String> names) {
    SequencedMap<String, String> byKey = new LinkedHashMap<>();
    names.forEach(name -> byKey.putIfAbsent(of(name), name));
    return byKey;
  }

  /** The same words without those of the other list. */
  public static List<String> minus(Collection<String> names, Collection<String> others) {
    SequencedMap<String, String> left = byKey(names);
    left.keySet().removeAll(byKey(others).keySet());
    return List.copyOf(left.values());
  }

  private static String withoutAccents(String text) {
    return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("$1");
  }

  private TagKey() {}
}
