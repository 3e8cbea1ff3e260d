package pms.search.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody looks for, as parsed by {@link QueryParser}. */
public sealed interface Query {

  /** Whether how well a picture matches is a question of degree; a date or a tag only says yes or no. */
  default boolean ranks() {
    return false;
  }

  /** Every part of the query that stands for itself, in the order in which they were written. */
  default Stream<Query> leaves() {
    return switch (this) {
      case All all -> all.parts().stream().flatMap(Query::leaves);
      case Any any -> any.choices().stream().flatMap(Query::leaves);
      case Not not -> not.query().leaves();
      default -> Stream.of(this);
    };
  }

  /** The word that may still be being written: the last of those that are looked for. Compare it by identity. */
  default Optional<Word> lastWord() {
    return switch (this) {
      case Word word -> Optional.of(word);
      case All all -> lastOf(all.parts());
      case Any any -> lastOf(any.choices());
      default -> Optional.empty();
    };
  }

  private static Optional<Word> lastOf(List<Query> parts) {
    return parts.reversed().stream().map(Query::lastWord).flatMap(Optional::stream).findFirst();
  }

  /** An empty query. */
  record Everything() implements Query {}

  record All(List<Query> parts) implements Query {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean ranks() {
      return parts.stream().anyMatch(Query::ranks);
    }
  }

  record Any(List<Query> choices) implements Query {
    public Any {
      choices = List.copyOf(choices);
    }

    @Override
    public boolean ranks() {
      return choices.stream().anyMatch(Query::ranks);
    }
  }

  record Not(Query query) implements Query {}

  /** A word anywhere. The last one of a query may be the beginning of a word, see {@link #lastWord}. */
  record Word(String text) implements Query {
    @Override
    public boolean ranks() {
      return true;
    }
  }

  /** Words next to one another, anywhere. */
  record Phrase(String text) implements Query {
    @Override
    public boolean ranks() {
      return true;
    }
  }

  record Text(TextField field, String value) implements Query {}

  /** Exactly this value, letter by letter. */
  record Whole(TextField field, String value) implements Query {}

  record Number(NumberField field, Range range) implements Query {}

  /**
   * By the wall time where the picture was taken.
   *
   * @param from first day; null for no limit
   * @param until the day after the last one; null for no limit
   */
  record Taken(LocalDate from, LocalDate until) implements Query {}

  record Near(double latitude, double longitude, double metres) implements Query {}

  record Has(Feature feature) implements Query {}

  record Is(Flag flag) implements Query {}

  enum TextField {
    TAG,
    CATEGORY,
    CAMERA,
    LENS,
    TYPE,
    PLACE,
    ALBUM
  }

  enum NumberField {
    ISO,
    APERTURE,
    FOCAL_LENGTH,
    RATING
  }

  enum Feature {
    LOCATION,
    PLACE,
    DATE,
    TITLE,
    DESCRIPTION,
    TAGS,
    CATEGORY,
    CAMERA,
    LENS,
    RATING
  }

  enum Flag {
    FAVOURITE,
    ARCHIVED,
    PROCESSING,
    READY,
    FAILED
  }

  /** Limits of a number; null for no limit on that side. */
  record Range(Double from, boolean fromIncluded, Double to, boolean toIncluded) {

    static Range around(double value, double tolerance) {
      return tolerance == 0
          ? new Range(value, true, value, true)
          : new Range(value - tolerance, true, value + tolerance, false);
    }
  }
}
