package pms.processing.vips;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which libvips renders.
 *
 * @param word {@code machine} for the one that is installed, {@code fetched}, the path of any other, {@code none} for Java alone;
 *     {@code best} for the machine's own where it reads HEIC, else the fetched one, else the machine's own whatever it can
 * @param fetched where the one lies that came with the suite, if it did
 */
public record LibraryChoice(String word, Optional<Path> fetched) {

  static final String BEST = "best";
  static final String MACHINE = "machine";
  static final String FETCHED = "fetched";
  static final String JAVA = "none";

  private static final Set<String> WORDS = Set.of(BEST, MACHINE, FETCHED, JAVA);

  public static final LibraryChoice OF_THE_MACHINE = new LibraryChoice(MACHINE, Optional.empty());
  public static final LibraryChoice NONE = new LibraryChoice(JAVA, Optional.empty());

  public LibraryChoice {
    if (!WORDS.contains(word) && !Files.isRegularFile(Path.of(word))) {
      throw new IllegalArgumentException(
          "PMS_LIBVIPS is \"%s\": it must be machine, fetched, none, best or the path of a library".formatted(word));
    }
  }

  /** @param word an operator's, if there is one */
  public static LibraryChoice of(Optional<String> word, Optional<Path> fetched) {
    return new LibraryChoice(word.map(String::strip).filter(given -> !given.isEmpty()).orElse(BEST), fetched);
  }

  /** The opposite of {@link #words}. */
  public static LibraryChoice of(List<String> words) {
    return new LibraryChoice(words.getFirst(), words.stream().skip(1).findFirst().map(Path::of));
  }

  /** Of the one that came with the suite. */
  public static LibraryChoice ofFetched(Path library) {
    return new LibraryChoice(FETCHED, Optional.of(library));
  }

  /** As arguments of a worker. */
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of(word));
    fetched.map(path -> path.toAbsolutePath().toString()).ifPresent(words::add);
    return words;
  }

  /** Whether somebody wanted one, and Java is to be wondered at. */
  public boolean isDemand() {
    return !Set.of(BEST, JAVA).contains(word);
  }
}
