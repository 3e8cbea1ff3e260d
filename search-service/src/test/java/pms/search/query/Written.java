package pms.search.query;

import java.time.LocalDate;
import java.util.List;
import pms.search.query.Query.All;
import pms.search.query.Query.Any;
import pms.search.query.Query.Everything;
import pms.search.query.Query.Near;
import pms.search.query.Query.Not;
import pms.search.query.Query.Phrase;
import pms.search.query.Query.Taken;
import pms.search.query.Query.Text;
import pms.search.query.Query.Word;

/** A query in brackets, to be compared at a glance. */
final class Written {

  static String of(Query query) {
    return switch (query) {
      case Everything _ -> "*";
      case All all -> group("and", all.parts());
      case Any any -> group("or", any.choices());
      case Not not -> group("not", List.of(not.query()));
      case Word word -> word.text();
      case Phrase phrase -> "'" + phrase.text() + "'";
      case Text text -> text.field() + "=" + text.value();
      case Query.Whole whole -> whole.field() + "==" + whole.value();
      case Query.Number number -> number.field() + range(number.range());
      case Taken taken -> day(taken.from()) + ".." + day(taken.until());
      case Near near -> near.latitude() + "," + near.longitude() + "," + near.metres();
      case Query.Has has -> "has " + has.feature();
      case Query.Is is -> "is " + is.flag();
    };
  }

  private static String group(String name, List<Query> parts) {
    return "(" + name + " " + String.join(" ", parts.stream().map(Written::of).toList()) + ")";
  }

  private static String range(Query.Range range) {
    return (range.from() == null || range.fromIncluded() ? "[" : "(")
        + (range.from() == null ? "" : range.from())
        + ","
        + (range.to() == null ? "" : range.to())
        + (range.to() == null || range.toIncluded() ? "]" : ")");
  }

  private static String day(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
