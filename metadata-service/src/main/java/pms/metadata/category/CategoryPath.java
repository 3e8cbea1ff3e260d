package pms.metadata.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pms.metadata.extract.PlainText;
import pms.metadata.tag.TagKey;

/** The names from the root of the tree to a category. */
public record CategoryPath(List<String> names) {

  public static final int DEEPEST = 10;
  public static final int LONGEST = 100;

  /** Characters of a whole path: the key of one that is longer might not fit into the index that keeps paths apart. */
  public static final int LONGEST_WHOLE = 500;

  public static final String RULE =
      "must be at most %d names of 1 to %d characters joined by /, and %d characters as a whole".formatted(DEEPEST, LONGEST, LONGEST_WHOLE);

  public CategoryPath {
    names = List.copyOf(names);
  }

  /** Empty when a rule is broken. */
  public static Optional<CategoryPath> parse(String text) {
    List<Optional<String>> names = Arrays.stream(text.split("/", -1)).map(CategoryPath::name).toList();
    return names.stream().allMatch(Optional::isPresent)
        ? Optional.of(new CategoryPath(names.stream().map(Optional::get).toList())).filter(path -> !path.isTooDeep() && !path.isTooLong())
        : Optional.empty();
  }

  /** One name: composed, without space around; empty when it breaks a rule. */
  public static Optional<String> name(String text) {
    boolean fits = PlainText.isClean(text) && text.strip().codePointCount(0, text.strip().length()) <= LONGEST;
    return fits && !text.contains("/") ? PlainText.clean(text.replaceAll("\\s+", " "), LONGEST) : Optional.empty();
  }

  /** What two paths have in common that lead to the same category. */
  String key() {
    return names.stream().map(TagKey::of).collect(Collectors.joining("/"));
  }

  CategoryPath child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new CategoryPath(longer);
  }

  Optional<CategoryPath> parent() {
    return names.size() == 1 ? Optional.empty() : Optional.of(new CategoryPath(names.subList(0, names.size() - 1)));
  }

  boolean isTooDeep() {
    return names.size() > DEEPEST;
  }

  /** As it is told apart from others: whoever sends back a path in the spelling that was stored is never refused. */
  boolean isTooLong() {
    String key = key();
    return key.codePointCount(0, key.length()) > LONGEST_WHOLE;
  }

  @Override
  public String toString() {
    return String.join("/", names);
  }
}
