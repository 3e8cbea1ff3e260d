package pms.search.suggest;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import pms.search.suggest.Entry.Kind;

/** What is typed so far, as that with which entries of the dictionary begin. */
record Beginning(String typed) {

  static final String FIELD = "found.suggest";

  private static final List<Kind> KINDS = List.of(Kind.TAG, Kind.PLACE, Kind.CAMERA);
  /** Behind everything that begins like what it is appended to. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
  /** As the index sorts them, which differs from Java for signs beyond the first plane. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String entry) -> entry.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /** A regular expression for all of them. */
  String pattern() {
    String kinds = KINDS.stream().map(Kind::label).collect(Collectors.joining("|", "(", ")"));
    return kinds + quote(Entry.GAP + Folding.of(typed)) + ".*";
  }

  /** Pictures that have any entry that begins so, but for these. */
  Query besides(Collection<String> known) {
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    for (Kind kind : KINDS) {
      String prefix = Entry.prefix(kind, typed);
      String from = prefix;
      for (String entry : known.stream().filter(one -> one.startsWith(prefix)).sorted(ORDER).toList()) {
        any.should(between(from, entry));
        from = entry;
      }
      any.should(between(from, prefix + LAST));
    }
    return any.build()._toQuery();
  }

  private static Query between(String after, String before) {
    return Query.of(query -> query.range(range -> range.term(term -> term.field(FIELD).gt(after).lt(before))));
  }

  /** Lucene's expressions give meaning to more signs than others do; letters and digits mean themselves. */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(c -> (Character.isLetterOrDigit(c) || c == '\t' ? quoted : quoted.append('\\')).appendCodePoint(c));
    return quoted.toString();
  }
}
