package pms.search.match;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.IntStream;
import pms.kit.problem.Problem;
import pms.search.find.Translation;
import pms.search.query.Query.All;
import pms.search.query.Query.Any;
import pms.search.query.Query.Phrase;
import pms.search.query.Query.Text;
import pms.search.query.Query.TextField;
import pms.search.query.Query.Word;
import pms.search.query.QueryParser;
import pms.search.query.QuerySyntax;

/**
 * A query that is kept and not being typed: every word is meant as it is written. It may not speak of albums, since what an album
 * holds would then depend on albums, itself among them, and a change of all that it finds on what others put into theirs.
 */
final class KeptQuery {

  private static final int MOST = 100;

  /** @throws Problem 400 that names the place of the wrong one in the list */
  static List<Query> all(List<String> texts) {
    if (texts == null || texts.size() > MOST) {
      throw Problem.invalid("queries", "is a list of at most " + MOST + " queries");
    }
    return IntStream.range(0, texts.size()).mapToObj(i -> one("queries[" + i + "]", texts.get(i))).toList();
  }

  static Query one(String field, String text) {
    return Translation.kept(allowed(field, text));
  }

  /** Finds words in the form in which they stand there and in no other one; of what is not wanted, all forms are left out. */
  static Query literal(String field, String text) {
    return Translation.kept(literal(allowed(field, text)));
  }

  /** A phrase has its words in their own forms, also a phrase of one word. */
  private static pms.search.query.Query literal(pms.search.query.Query query) {
    return switch (query) {
      case Word word -> new Phrase(word.text());
      case All all -> new All(all.parts().stream().map(KeptQuery::literal).toList());
      case Any any -> new Any(any.choices().stream().map(KeptQuery::literal).toList());
      default -> query;
    };
  }

  private static pms.search.query.Query allowed(String field, String text) {
    pms.search.query.Query parsed = parsed(field, text);
    if (parsed.leaves().anyMatch(leaf -> leaf instanceof Text words && words.field() == TextField.ALBUM)) {
      throw Problem.invalid(field, "album: cannot be in it, since it is asked of your own pictures and not of albums");
    }
    return parsed;
  }

  private static pms.search.query.Query parsed(String field, String text) {
    try {
      return QueryParser.parse(text == null ? "" : text);
    } catch (QuerySyntax wrong) {
      throw Problem.invalid(field, wrong.getMessage());
    }
  }

  private KeptQuery() {}
}
