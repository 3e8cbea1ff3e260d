package pms.search.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Recursive descent over the characters themselves.
 *
 * <pre>
 * any     = all { "OR" all }
 * all     = part { [ "AND" ] part }
 * part    = "-" part | "(" any ")" | quoted | name ":" ( [ "=" ] quoted | bare ) | bare
 * quoted  = '"' … '"'
 * bare    = characters up to a space, a bracket or a quotation mark
 * </pre>
 */
public final class QueryParser {

  public static final int LONGEST = 2000;
  public static final int MOST_TERMS = 100;
  /** Elasticsearch refuses more than 30 nested groups; one of ours becomes at most two. */
  public static final int DEEPEST = 10;

  private final Characters in;
  private int depth;
  private int terms;

  private QueryParser(String text) {
    this.in = new Characters(text);
  }

  /** @throws QuerySyntax when the text is not a query */
  public static Query parse(String text) {
    if (text.length() > LONGEST) {
      throw new QuerySyntax(LONGEST + 1, "a query has at most " + LONGEST + " characters");
    }
    return new QueryParser(text).whole();
  }

  /** A text as it is written between quotation marks, whatever stands in it. */
  public static String quote(String text) {
    return Characters.quote(text);
  }

  private Query whole() {
    Query found = any();
    if (!in.atEnd()) {
      throw in.error("this bracket was never opened");
    }
    return found;
  }

  private Query any() {
    List<Query> choices = new ArrayList<>();
    int start = in.position();
    choices.add(all());
    while (in.takeWord("OR")) {
      requireSomething(choices.getLast(), start, "OR needs something before it");
      start = in.position();
      choices.add(all());
      requireSomething(choices.getLast(), in.position(), "OR needs something after it");
    }
    return choices.size() == 1 ? choices.getFirst() : new Query.Any(choices);
  }

  private Query all() {
    List<Query> parts = new ArrayList<>();
    while (!in.atEnd() && !in.isNext(')') && !in.isNextWord("OR")) {
      Query part = in.isNextWord("AND") ? and(parts) : part();
      if (!isNothing(part)) {
        parts.add(part);
      }
    }
    return switch (parts.size()) {
      case 0 -> new Query.Everything();
      case 1 -> parts.getFirst();
      default -> new Query.All(parts);
    };
  }

  private Query and(List<Query> before) {
    if (before.isEmpty()) {
      throw in.error("AND needs something before it");
    }
    in.takeWord("AND");
    if (in.atEnd() || in.isNext(')') || in.isNextWord("OR") || in.isNextWord("AND")) {
      throw in.error("AND needs something after it");
    }
    return part();
  }

  private Query part() {
    if (in.takeMinus()) {
      Query refused = deeper(this::part);
      return isNothing(refused) ? refused : new Query.Not(refused);
    }
    if (in.isNext('(')) {
      return deeper(this::group);
    }
    if (++terms > MOST_TERMS) {
      throw in.error("a query has at most " + MOST_TERMS + " terms");
    }
    return in.isNext('"') ? phrase(in.quoted()) : fieldOrWord();
  }

  private Query group() {
    int opening = in.position();
    in.take('(');
    Query found = any();
    if (!in.take(')')) {
      throw new QuerySyntax(opening, "this bracket is never closed");
    }
    requireSomething(found, opening, "there is nothing to look for in these brackets");
    return found;
  }

  private Query fieldOrWord() {
    int start = in.position();
    String name = in.fieldName();
    if (name == null) {
      return word(in.bare());
    }
    int valueStart = in.positionHere();
    String value = in.startsQuoted() ? in.quoted() : in.bareHere();
    value += value.equals("=") && in.startsQuoted() ? in.quoted() : "";
    return Fields.parse(new Fields.Term(name, start, normal(value).strip(), valueStart));
  }

  private Query deeper(Supplier<Query> inner) {
    if (++depth > DEEPEST) {
      throw in.error("brackets and minus signs go at most " + DEEPEST + " deep");
    }
    Query found = inner.get();
    depth--;
    return found;
  }

  private static Query word(String text) {
    return hasContent(text) ? new Query.Word(normal(text)) : new Query.Everything();
  }

  private static Query phrase(String text) {
    return hasContent(text) ? new Query.Phrase(normal(text).strip()) : new Query.Everything();
  }

  /** Punctuation alone is in no picture's words: it is overlooked, as in "sea - beach". */
  private static boolean hasContent(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
  }

  private static boolean isNothing(Query query) {
    return query instanceof Query.Everything;
  }

  private static void requireSomething(Query query, int position, String otherwise) {
    if (isNothing(query)) {
      throw new QuerySyntax(position, otherwise);
    }
  }

  /** One spelling for what looks the same: some systems write é as two characters. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
