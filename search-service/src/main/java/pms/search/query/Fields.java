package pms.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pms.search.query.Query.Feature;
import pms.search.query.Query.Flag;
import pms.search.query.Query.NumberField;
import pms.search.query.Query.TextField;

/** The fields of the query language and what each takes as its value. */
final class Fields {

  /** {@code name:value} as it stands in the query, with the positions of both. */
  record Term(String name, int position, String value, int valuePosition) {

    QuerySyntax wrong(String message) {
      return new QuerySyntax(valuePosition, message);
    }
  }

  private static final Map<String, Function<Term, Query>> PARSERS = new TreeMap<>();

  static {
    PARSERS.put("tag", text(TextField.TAG));
    PARSERS.put("category", textOrWhole(TextField.CATEGORY));
    PARSERS.put("camera", textOrWhole(TextField.CAMERA));
    PARSERS.put("lens", textOrWhole(TextField.LENS));
    PARSERS.put("type", text(TextField.TYPE));
    PARSERS.put("place", textOrWhole(TextField.PLACE));
    PARSERS.put("iso", number(NumberField.ISO, 0));
    // Equal means equal as people write it: f:2.8 is what rounds to 2.8.
    PARSERS.put("f", number(NumberField.APERTURE, 0.05));
    PARSERS.put("focal", number(NumberField.FOCAL_LENGTH, 0.5));
    PARSERS.put("rating", number(NumberField.RATING, 0));
    PARSERS.put("taken", Dates::parse);
    PARSERS.put("near", Nearness::parse);
    PARSERS.put("has", term -> new Query.Has(choice(term, Feature.class)));
    PARSERS.put("is", term -> new Query.Is(flag(term)));
    PARSERS.put("album", text(TextField.ALBUM));
  }

  static Query parse(Term term) {
    Function<Term, Query> parser = PARSERS.get(term.name().toLowerCase(Locale.ROOT));
    if (parser == null) {
      throw new QuerySyntax(
          term.position(), "there is no field " + term.name() + ", only " + String.join(", ", PARSERS.keySet()));
    }
    if (term.value().isEmpty()) {
      throw term.wrong("a value is missing after " + term.name() + ":");
    }
    return parser.apply(term);
  }

  private static Function<Term, Query> text(TextField field) {
    return term -> new Query.Text(field, term.value());
  }

  /** With an equals sign before it, what is meant is this very value and no other that has it in it. */
  private static Function<Term, Query> textOrWhole(TextField field) {
    return term -> term.value().startsWith("=") ? new Query.Whole(field, whole(term)) : new Query.Text(field, term.value());
  }

  private static String whole(Term term) {
    String value = term.value().substring(1).strip();
    if (value.isEmpty()) {
      throw term.wrong("a value is missing after " + term.name() + ":=");
    }
    return value;
  }

  private static Function<Term, Query> number(NumberField field, double tolerance) {
    return term -> new Query.Number(field, Numbers.range(term, tolerance));
  }

  private static Flag flag(Term term) {
    return term.value().equalsIgnoreCase("favorite") ? Flag.FAVOURITE : choice(term, Flag.class);
  }

  private static <C extends Enum<C>> C choice(Term term, Class<C> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equalsIgnoreCase(term.value()))
        .findFirst()
        .orElseThrow(() -> term.wrong(term.name() + ": takes one of " + names(choices)));
  }

  private static String names(Class<? extends Enum<?>> choices) {
    return String.join(
        ", ", Arrays.stream(choices.getEnumConstants()).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList());
  }

  private Fields() {}
}
