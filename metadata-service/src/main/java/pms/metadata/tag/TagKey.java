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
 * What makes two spellings one word: case and accents do not count, nor what nobody sees. Accents are folded on Latin and Greek
 * letters only, since in other scripts a mark makes another letter (か and が) or a syllable. The index of search-service folds alike
 * ({@code images.json} there), so that a search for a tag finds what is counted here.
 */
public final class TagKey {

  private static final Pattern ACCENTS = Pattern.compile("([\\p{IsLatin}\\p{IsGreek}])\\p{Mn}+");
  /** What is left of them where a letter and its mark are not one sign: stress in Cyrillic words. */
  private static final Pattern LOOSE = Pattern.compile("(?<=\\S)[\\x{300}-\\x{36f}]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Latin letters that Unicode does not take apart, or only in one case. */
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          letter('ø', "o"), letter('ł', "l"), letter('đ', "d"), letter('ð', "d"), letter('þ', "th"), letter('æ', "ae"),
          letter('œ', "oe"), letter('ħ', "h"), letter('ŧ', "t"), letter('ı', "i"), letter('ß', "ss"));

  public static String of(String name) {
    String seen = Unseen.takenFrom(name);
    return folded(seen.isBlank() ? name : seen);
  }

  private static String folded(String name) {
    String folded = withoutAccents(withoutAccents(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    StringBuilder key = new StringBuilder();
    folded.codePoints().forEach(letter -> key.append(LETTERS.getOrDefault(letter, Character.toString(letter))));
    String composed = LOOSE.matcher(Normalizer.normalize(key, Normalizer.Form.NFC)).replaceAll("");
    return SPACE.matcher(composed).replaceAll(" ").strip();
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

  private static Map.Entry<Integer, String> letter(char letter, String plain) {
    return Map.entry((int) letter, plain);
  }

  private TagKey() {}
}
